package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Lifecycle;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.HandoffRules.AgentLost;
import io.chatmgmt.routing.HandoffRules.Nobody;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.Shift;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work that other systems let lie, show to the wrong people, or count wrongly. */
class StuckWorkTest {

    private static final Duration LOST = Duration.ofMinutes(3);

    @Test
    @DisplayName("T021 work that another node has closed meanwhile is not offered, and does not keep the next from it")
    void stale_work_is_reconciled() {
        MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
        InMemoryStore store = InMemoryStore.ofDefaults();
        ChatGovernance here = ChatGovernance.builder().store(store).clock(clock).build();
        ChatGovernance there =
                ChatGovernance.builder().store(store).clock(clock).build();
        ConversationId gone = ConversationId.of("gone");
        ConversationId next = ConversationId.of("next");
        here.onCustomerMessage(CustomerMessage.of(gone, "m-1", "I want to speak to a human"));
        clock.advance(Duration.ofSeconds(1));
        here.onCustomerMessage(CustomerMessage.of(next, "m-1", "I want to speak to a human"));
        there.resolve(gone, Resolution.CONFIRMED);
        AgentId anna = AgentId.of("anna");
        here.agents().register(AgentProfile.of(anna, "Anna", "general"));
        here.agents().status(anna, AgentStatus.ONLINE);

        assertThat(here.conversations().get(gone).handoff()).isNull();
        assertThat(Objects.requireNonNull(here.conversations().get(next).handoff())
                        .offer()
                        .agent())
                .isEqualTo(anna);
        assertThat(here.agents().get(anna).used()).isEqualTo(Floor.CHAT);
    }

    @Test
    @DisplayName("T029 what is offered to somebody who turns busy goes on to another when the offer runs out")
    void an_offer_to_a_busy_agent_moves_on() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        AgentId ben = floor.online("ben", 1);
        floor.governance.agents().status(anna, AgentStatus.BUSY);
        assertThat(floor.offeredTo(id)).isEqualTo(anna);

        floor.pass(Duration.ofSeconds(30));

        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("T045 an agent whose browser is gone still has the chats that they had")
    void closing_the_window_frees_nothing() {
        Floor floor = Floor.under(routing -> routing.rules(rules -> rules.onAgentLost(AgentLost.KEEP)));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.governance.agents().heartbeat(anna);

        floor.pass(LOST);

        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
    }

    @Test
    @DisplayName("T048 who comes back while their last agent is away waits for whoever is there")
    void a_returning_customer_is_not_tied_to_an_absent_agent() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).reply(id, "Done.");
        floor.desk(anna).resolve(id, "");
        floor.governance.agents().status(anna, AgentStatus.AWAY);
        AgentId ben = floor.online("ben", 1);
        floor.clock.advance(Duration.ofDays(2));
        floor.governance.agents().heartbeat(ben);

        floor.writes(id, "m-2", "I want to speak to a human again");

        assertThat(floor.offeredTo(id)).isEqualTo(ben);
    }

    @Test
    @DisplayName(
            "T042 an agent above a lowered limit goes on with all they have, and is offered nothing until below it")
    void above_the_limit_work_goes_on_and_none_is_added() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 2);
        ConversationId first = floor.accepted("c-1", anna);
        ConversationId second = floor.accepted("c-2", anna);
        floor.online("anna", 1);

        assertThat(floor.used(anna)).isEqualTo(2 * Floor.CHAT);
        floor.writes(first, "m-2", "Are you still there?");
        assertThat(floor.desk(anna).reply(first, "Yes.").isWon()).isTrue();
        ConversationId third = floor.request("c-3");
        assertThat(floor.offeredTo(third)).isNull();
        floor.desk(anna).resolve(first, "");
        assertThat(floor.offeredTo(third)).as("at the limit").isNull();
        floor.desk(anna).resolve(second, "");
        assertThat(floor.offeredTo(third)).isEqualTo(anna);
    }

    @Test
    @DisplayName("D16 the conversation of a lost agent comes first in its queue, where the house wants it so")
    void a_lost_agents_conversation_is_urgent() {
        Floor floor = Floor.under(routing -> routing.rules(rules -> rules.onAgentLost(AgentLost.REASSIGN)));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.governance.agents().heartbeat(anna);

        floor.pass(LOST);

        assertThat(floor.handoff(id).priority()).isEqualTo(Priority.URGENT);
        assertThat(floor.row(id).assignee()).isNull();
        ConversationId later = floor.request("c-2");
        AgentId ben = floor.online("ben", 1);
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        assertThat(floor.offeredTo(later)).isNull();
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("D16 or it ends, and who writes again begins anew")
    void a_lost_agents_conversation_may_end() {
        Floor floor = Floor.under(routing -> routing.rules(rules -> rules.onAgentLost(AgentLost.CLOSE)));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.governance.agents().heartbeat(anna);

        floor.pass(LOST);

        assertThat(floor.row(id).lifecycle()).isEqualTo(Lifecycle.RESOLVED);
        assertThat(floor.row(id).episode().resolution()).isEqualTo(Resolution.ABANDONED);
        assertThat(floor.used(anna)).isZero();
        floor.writes(id, "m-2", "Hello, is anybody there?");
        assertThat(floor.row(id).episode().number()).isEqualTo(2);
        assertThat(floor.row(id).control()).isEqualTo(Control.AI);
    }

    @Test
    @DisplayName(
            "D10 a promised call-back is a follow-up of the queue, due when people are there again, and there once")
    void a_promised_call_back_is_on_the_list() {
        Instant opening = Instant.parse("2026-01-06T09:00:00Z");
        Floor floor = Floor.of(
                policy -> policy.routing(routing -> routing.rule("general", rule -> rule.hours("office"))),
                (tenant, calendar, at) -> new Shift(Shift.State.CLOSED, opening));
        ConversationId id = floor.request("c-1");

        List<FollowUp> promised = floor.row(id).caseFile().followUps();
        assertThat(promised).hasSize(1);
        assertThat(promised.get(0).owner()).isEqualTo(FollowUpOwner.queue("general"));
        assertThat(promised.get(0).dueAt()).isEqualTo(opening);
        floor.writes(id, "m-2", "I want to speak to a human!");
        assertThat(floor.row(id).caseFile().followUps()).hasSize(1);
    }

    @Test
    @DisplayName("D10 nobody knows when: a promised call-back is due within the time that the policy gives")
    void a_call_back_without_a_calendar_is_due_in_time() {
        Floor floor = Floor.under(routing ->
                routing.rules(rules -> rules.nobodyOnline(Nobody.CALL_BACK).callBackWithin(Duration.ofHours(3))));
        ConversationId id = floor.request("c-1");

        assertThat(floor.row(id).caseFile().followUps().get(0).dueAt())
                .isEqualTo(floor.row(id).openedAt().plus(Duration.ofHours(3)));
    }

    @Test
    @DisplayName("T006 two replies of the same person make them take part once")
    void taking_part_is_counted_once() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).reply(id, "One.");
        floor.desk(anna).reply(id, "Two.");
        Desk again = floor.governance.desk(Caller.agent(anna.value()));

        again.join(id);

        assertThat(floor.events(id, HandoffEvent.Accepted.class)).hasSize(1);
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
    }

    @Test
    @DisplayName("T076 people are told of an escalation, the AI never is: it is no member of the team")
    void the_ai_is_not_told() {
        Floor floor = Floor.under(routing -> routing.rule("general", rule -> rule.offers(QueueRule.Offers.BROADCAST)));
        floor.online("anna", 1);
        floor.online("ben", 1);
        floor.request("c-1");

        Set<String> team = Set.of("anna", "ben");
        List<AgentId> told = new ArrayList<>();
        for (Notification each : floor.told) {
            if (each instanceof Notification.CallMade call) {
                told.addAll(call.call().agents());
            }
        }
        assertThat(told).extracting(AgentId::value).containsExactlyInAnyOrderElementsOf(team);
        assertThat(Role.values()).extracting(Enum::name).doesNotContain(Participant.AI.name());
    }

    @Test
    @DisplayName("T091 T090 later work of the same or lower priority never moves anybody back; a VIP may")
    void a_position_does_not_grow() {
        Floor floor = Floor.under(routing -> {});
        ConversationId first = floor.request("c-1");
        ConversationId second = floor.request("c-2");
        int before = position(floor, second);
        for (int i = 3; i < 12; i++) {
            floor.request("c-" + i);
            assertThat(position(floor, second)).isEqualTo(before);
        }
        floor.governance.resolve(first, Resolution.CONFIRMED);
        assertThat(position(floor, second)).isEqualTo(before - 1);
    }

    private static int position(Floor floor, ConversationId id) {
        return floor.governance.explanations().whyWaiting(id).orElseThrow().position();
    }

    @Test
    @DisplayName("T032 T028 opening hours that say nothing of a queue leave it open")
    void an_unknown_calendar_is_always_open() {
        Floor floor = Floor.of(policy -> {}, OpeningHours.ALWAYS);
        AgentId anna = floor.online("anna", 1);

        assertThat(floor.offeredTo(floor.request("c-1"))).isEqualTo(anna);
    }
}
