package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.Ladder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.Shift;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ways in which a customer could end up waiting for somebody who will never come. */
class StrandedWorkTest {

    @Test
    @DisplayName("D16 T029 who chooses to be offline loses offers at once, and conversations after the grace")
    void whoever_goes_home_leaves_nobody_behind() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 2);
        ConversationId had = floor.accepted("had", anna);
        ConversationId offered = floor.request("offered");
        AgentId ben = floor.online("ben", 2);

        floor.governance.agents().status(anna, AgentStatus.OFFLINE);
        assertThat(floor.offeredTo(offered)).isEqualTo(ben);
        assertThat(floor.row(had).assignee()).isEqualTo(anna);
        floor.governance.agents().heartbeat(anna);
        floor.pass(Duration.ofSeconds(59));
        assertThat(floor.row(had).assignee()).isEqualTo(anna);
        floor.pass(Duration.ofSeconds(1));
        assertThat(floor.offeredTo(had)).isEqualTo(ben);
        assertThat(floor.used(anna)).isZero();

        floor.governance.agents().status(anna, AgentStatus.ONLINE);
        assertThat(floor.offeredTo(floor.request("new"))).isEqualTo(anna);
    }

    @Test
    @DisplayName("D16 a short absence that is taken back in time costs nothing")
    void whoever_is_back_in_time_keeps_everything() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 2);
        ConversationId had = floor.accepted("had", anna);
        floor.governance.agents().status(anna, AgentStatus.OFFLINE);
        floor.pass(Duration.ofSeconds(30));
        floor.governance.agents().status(anna, AgentStatus.ONLINE);
        floor.pass(Duration.ofHours(1));
        assertThat(floor.events(had, HandoffEvent.Returned.class))
                .allSatisfy(returned -> assertThat(returned.cause().name()).isEqualTo("UNANSWERED"));
    }

    @Test
    @DisplayName("E10 a longest wait that ends while an offer is out is kept as soon as the offer is back")
    void a_limit_that_passed_meanwhile_counts() {
        Floor floor = Floor.under(routing -> routing.offerTimeout(Duration.ofMinutes(5))
                .rule("general", q -> q.maxWait(TimeLimit.of(Duration.ofSeconds(60)))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        assertThat(floor.offeredTo(id)).isEqualTo(anna);
        floor.pass(Duration.ofSeconds(90));
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.OFFERED);

        floor.governance.agents().status(anna, AgentStatus.AWAY_REASSIGN);
        floor.pass(Duration.ZERO);
        assertThat(floor.row(id).handoff()).isNull();
        assertThat(floor.row(id).control()).isEqualTo(Control.AI);
    }

    @Test
    @DisplayName("E09 T026 a queue that work overflows to has its whole time, even when that is shorter")
    void the_next_queue_has_its_own_time() {
        Floor floor = Floor.under(routing -> routing.rule(
                        "general", q -> q.overflow("sales").maxWait(TimeLimit.of(Duration.ofMinutes(10))))
                .rule("sales", q -> q.maxWait(TimeLimit.of(Duration.ofMinutes(5)))));
        ConversationId id = floor.request("c-1");
        floor.pass(Duration.ofMinutes(10));
        assertThat(floor.handoff(id).queue()).isEqualTo("sales");
        floor.pass(Duration.ofMinutes(4));
        assertThat(floor.handoff(id).queue()).isEqualTo("sales");
        floor.pass(Duration.ofMinutes(1));
        assertThat(floor.row(id).handoff()).isNull();
    }

    @Test
    @DisplayName(
            "E05 D14 work that is passed on to a queue asks for its skill first, however long it has waited before")
    void a_ladder_begins_at_the_ground() {
        Floor floor = Floor.under(routing -> routing.rule(
                "billing",
                q -> q.ladder(new Ladder(
                        TimeLimit.never(),
                        TimeLimit.never(),
                        TimeLimit.never(),
                        TimeLimit.of(Duration.ofMinutes(5)),
                        TimeLimit.never()))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).reply(id, "One moment");
        floor.clock.advance(Duration.ofMinutes(20));
        floor.online("aaron", 1);
        AgentId bill = floor.online("bill", 1, "billing");

        assertThat(floor.desk(anna)
                        .transferToQueue(id, "billing", TransferKind.COLD)
                        .isWon())
                .isTrue();
        assertThat(floor.offeredTo(id)).isEqualTo(bill);
    }

    @Test
    @DisplayName("D05 E09 calls that nobody answers overflow like offers do")
    void calls_in_vain_move_on() {
        Floor floor = Floor.under(routing -> routing.rule(
                "general", q -> q.offers(QueueRule.Offers.BROADCAST).overflow("sales")));
        floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        assertThat(floor.handoff(id).call()).isNotNull();
        for (int i = 0; i < 3; i++) {
            assertThat(floor.handoff(id).queue()).isEqualTo("general");
            floor.pass(Duration.ofSeconds(30));
        }
        assertThat(floor.handoff(id).queue()).isEqualTo("sales");
    }

    @Test
    @DisplayName("E09 only offers in vain count, not those that were accepted")
    void accepted_offers_do_not_count() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.overflow("sales")));
        AgentId anna = floor.online("anna", 1);
        AgentId ben = floor.online("ben", 1);
        ConversationId id = floor.request("c-1");
        AgentId first = floor.offeredTo(id);
        AgentId second = first.equals(anna) ? ben : anna;
        floor.accept(id, first);
        floor.desk(first).transferToAgent(id, second, TransferKind.WARM);
        floor.accept(id, second);
        floor.governance.agents().status(second, AgentStatus.AWAY_REASSIGN);
        assertThat(floor.offeredTo(id)).isEqualTo(first);
        floor.desk(first).decline(id, floor.offer(id).number());
        assertThat(floor.handoff(id).queue()).isEqualTo("general");
        assertThat(floor.handoff(id).path().offers()).isEqualTo(1);
    }

    @Test
    @DisplayName("D04 whoever counts as away after a miss gets nothing more in the same moment")
    void nothing_stays_with_somebody_who_is_not_there() {
        Floor floor = Floor.under(routing -> routing.awayAfterMisses(1));
        AgentId anna = floor.online("anna", 1);
        floor.request("c-1");
        ConversationId second = floor.request("c-2");
        floor.pass(Duration.ofSeconds(40));

        assertThat(floor.governance.agents().get(anna).status()).isEqualTo(AgentStatus.AWAY);
        assertThat(floor.offeredTo(second)).isNull();
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("D05 T044 work that is offered directly after a call leaves no slot behind")
    void a_call_ends_before_an_offer() {
        AtomicReference<GovernancePolicy> policy = new AtomicReference<>(GovernancePolicy.builder()
                .routing(r -> r.rule("general", q -> q.offers(QueueRule.Offers.BROADCAST)))
                .build());
        Floor floor = Floor.deciding(policy::get);
        AgentId anna = floor.online("anna", 1);
        AgentId ben = floor.online("ben", 1);
        ConversationId id = floor.request("c-1");
        int call = floor.handoff(id).call().number();

        policy.set(GovernancePolicy.ofDefaults());
        floor.pass(Duration.ofSeconds(1));
        AgentId asked = floor.offeredTo(id);
        AgentId other = asked.equals(anna) ? ben : anna;
        assertThat(floor.handoff(id).call()).isNull();
        assertThat(floor.desk(other).accept(id, call).isWon()).isFalse();
        floor.accept(id, asked);
        floor.desk(asked).resolve(id, "done");
        assertThat(floor.used(anna) + floor.used(ben)).isZero();
    }

    @Test
    @DisplayName("D11 T083 what an agent did who is lost is remembered when the AI goes on")
    void what_a_lost_agent_did_is_remembered() {
        Floor floor =
                Floor.under(routing -> routing.rule("general", q -> q.maxWait(TimeLimit.of(Duration.ofMinutes(1)))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).reply(id, "I have looked it up: it was sent on Monday.");
        floor.governance.agents().status(anna, AgentStatus.AWAY_REASSIGN);
        floor.pass(Duration.ofMinutes(1));

        assertThat(floor.row(id).control()).isEqualTo(Control.AI);
        assertThat(floor.events(id, HandoffEvent.HumanStretchEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.stretch().agent()).isEqualTo(anna));
    }

    @Test
    @DisplayName("D15 T067 an agent who stops answering loses the conversation, introduced or not")
    void whoever_stops_answering_loses_the_conversation() {
        Floor floor =
                Floor.under(routing -> routing.rules(rules -> rules.silence(TimeLimit.of(Duration.ofMinutes(3)))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.pass(Duration.ofMinutes(10));
        assertThat(floor.row(id).assignee())
                .as("nobody waits after an introduction")
                .isEqualTo(anna);

        AgentId ben = floor.online("ben", 1);
        floor.writes(id, "m-2", "Hello? Is anybody there?");
        floor.pass(Duration.ofMinutes(2));
        floor.writes(id, "m-3", "Hello?");
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        floor.pass(Duration.ofMinutes(1));
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        floor.accept(id, ben);
        floor.writes(id, "m-4", "Can you help?");
        floor.pass(Duration.ofMinutes(2));
        floor.desk(ben).reply(id, "Yes, I can.");
        floor.pass(Duration.ofHours(1));
        assertThat(floor.row(id).assignee()).isEqualTo(ben);
    }

    @Test
    @DisplayName("F14 whoever was let go can neither accept nor join any more")
    void whoever_was_let_go_takes_nothing() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        int offer = floor.offer(id).number();
        floor.governance.agents().deactivate(anna);

        assertThat(floor.desk(anna).accept(id, offer).isWon()).isFalse();
        assertThat(floor.desk(anna).join(id).isWon()).isFalse();
        assertThat(floor.row(id).assignee()).isNull();
    }

    @Test
    @DisplayName("A calendar that does not answer stops neither customers nor the sweep")
    void calendars_may_fail() {
        AtomicBoolean broken = new AtomicBoolean();
        OpeningHours hours = (tenant, calendar, now) -> {
            if (broken.get()) {
                throw new IllegalStateException("no calendars today");
            }
            return new Shift(Shift.State.CLOSED, now.plusSeconds(60));
        };
        Floor floor = Floor.of(policy -> policy.routing(r -> r.rule("general", q -> q.hours("days"))), hours);
        AgentId anna = floor.online("anna", 1, profile -> profile.workingBy("days"), "general");
        assertThat(floor.ask(ConversationId.of("c-1")).nobody()).contains(NobodyReason.OUT_OF_HOURS);

        broken.set(true);
        assertThat(floor.ask(ConversationId.of("c-2")).nobody())
                .as("its last answer counts")
                .contains(NobodyReason.OUT_OF_HOURS);
        floor.pass(Duration.ofMinutes(5));
        assertThat(floor.governance.agents().get(anna).isRoutable(floor.clock.instant()))
                .isFalse();
    }

    @Test
    @DisplayName("E10 a closed queue gives nothing out, in whatever way")
    void a_closed_queue_is_closed() {
        AtomicReference<GovernancePolicy> policy = new AtomicReference<>(GovernancePolicy.ofDefaults());
        Floor floor = Floor.deciding(policy::get);
        ConversationId id = floor.request("c-1");
        policy.set(GovernancePolicy.builder()
                .routing(r ->
                        r.rule("general", q -> q.state(QueueRule.State.CLOSED).offers(QueueRule.Offers.BROADCAST)))
                .build());
        AgentId anna = floor.online("anna", 1);
        floor.pass(Duration.ofSeconds(1));

        assertThat(floor.handoff(id).call()).isNull();
        assertThat(floor.desk(anna).pullNext("general")).isEmpty();
    }

    @Test
    @DisplayName("E20 fetching again with the same key fetches the same conversation")
    void fetching_is_idempotent() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.offers(QueueRule.Offers.PULL)));
        AgentId anna = floor.online("anna", 2);
        floor.request("c-1");
        floor.request("c-2");
        floor.desk(anna).once("k-1").pullNext("general");
        floor.desk(anna).once("k-1").pullNext("general");

        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
        assertThat(floor.row(ConversationId.of("c-2")).assignee()).isNull();
    }

    @Test
    @DisplayName("F04 work that is lighter than a chat finds an agent who has room for nothing else")
    void light_work_finds_its_place() {
        Floor floor = Floor.under(routing -> routing.channelWeight("mail", 10));
        AgentId anna = floor.online("anna", 1, profile -> profile.with(Capacity.limit(30)), "general");
        floor.accepted("chat", anna);
        ConversationId mail = ConversationId.of("mail");
        floor.governance.onCustomerMessage(
                CustomerMessage.of(mail, "m-1", "I want to speak to a human").through("mail"));

        assertThat(floor.offeredTo(mail)).isEqualTo(anna);
    }

    @Test
    @DisplayName("D10 whoever is declined is told so, also when they did not ask for a person")
    void nobody_is_declined_in_silence() {
        Floor floor = Floor.of(
                policy -> policy.routing(r -> r.rules(rules -> rules.nobodyOnline(HandoffRules.Nobody.DECLINE))),
                OpeningHours.ALWAYS);
        ConversationId id = ConversationId.of("c-1");
        floor.writes(id, "m-1", "This is the third time that it is broken!!! You are useless, I am furious");
        TurnResult result = floor.writes(id, "m-2", "Terrible, awful, I HATE this, the worst service ever, furious!!!");
        assertThat(result.nobody()).contains(NobodyReason.NO_AGENT_ONLINE);
        assertThat(result.texts()).isNotEmpty();
    }

    @Test
    @DisplayName("D10 a draft that nobody sees, and nobody to call: the customer is told, and called for the next time")
    void a_draft_for_nobody_is_no_silence() {
        Floor floor = Floor.of(
                policy -> policy.response(response -> response.posture(Posture.DRAFT_ONLY))
                        .routing(routing ->
                                routing.rules(rules -> rules.nobodyOnline(HandoffRules.Nobody.STAY_WITH_AI))),
                OpeningHours.ALWAYS);
        ConversationId id = ConversationId.of("c-1");

        TurnResult first = floor.governance.onAiAnswer(
                floor.writes(id, "m-1", "Where is my parcel?").ticket().orElseThrow(), AiAnswer.of("In the van", 0.9));
        assertThat(first.decisions()).extracting(Decision::kind).contains(DecisionKind.FALLBACK);
        assertThat(floor.row(id).waitingOn()).isEqualTo(WaitingOn.CUSTOMER);

        floor.governance.onAiAnswer(
                floor.writes(id, "m-2", "And when will it come?").ticket().orElseThrow(), AiAnswer.of("At noon", 0.9));
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(floor.row(id).waitingOn()).isEqualTo(WaitingOn.HUMAN);
    }

    @Test
    @DisplayName("D10 B08 an answer that nobody decided about, and nobody to call any more: the customer is told")
    void a_held_answer_of_reviewers_gone_is_no_silence() {
        Floor floor = Floor.of(
                policy -> policy.response(response -> response.onExpiry(HoldExpiry.ESCALATE))
                        .routing(routing ->
                                routing.rules(rules -> rules.nobodyOnline(HandoffRules.Nobody.STAY_WITH_AI))),
                OpeningHours.ALWAYS);
        AgentId rita = floor.online("rita", 1, profile -> profile.with(Role.REVIEWER));
        ConversationId id = ConversationId.of("c-1");
        floor.governance.onAiAnswer(
                floor.writes(id, "m-1", "Where is my parcel?").ticket().orElseThrow(), AiAnswer.of("In the van", 0.3));
        assertThat(floor.row(id).ai().held()).isNotNull();
        floor.governance.agents().status(rita, AgentStatus.OFFLINE);

        floor.pass(Duration.ofMinutes(2));

        assertThat(floor.events(id, AnswerEvent.FellBack.class)).hasSize(1);
        assertThat(floor.row(id).waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(floor.row(id).flags().has(Flag.ESCALATION_WANTED)).isTrue();
    }
}
