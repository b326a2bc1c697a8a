package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.HandoffRules.AgentLost;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.Presence;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.Shift;
import io.chatmgmt.routing.TeamRule;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether agents are there, how much they may hold, and what becomes of their work when they are not. */
class AgentPresenceTest {

    private static final int CHAT = 20;

    private final MutableClock clock = MutableClock.at("2026-03-28T22:00:00Z");
    private ChatGovernance governance = under(policy -> {}, OpeningHours.ALWAYS);

    private ChatGovernance under(Consumer<GovernancePolicy.Builder> changes, OpeningHours hours) {
        GovernancePolicy.Builder policy = GovernancePolicy.builder();
        changes.accept(policy);
        return ChatGovernance.builder()
                .clock(clock)
                .policy(policy.build())
                .hours(hours)
                .build();
    }

    private AgentId registered(String id, UnaryOperator<AgentProfile> change) {
        AgentProfile profile = change.apply(AgentProfile.of(AgentId.of(id), id, "general"));
        return governance.agents().register(profile).id();
    }

    private AgentId online(String id) {
        AgentId agent = registered(id, profile -> profile);
        governance.agents().status(agent, AgentStatus.ONLINE);
        return agent;
    }

    private ConversationId request(String id) {
        ConversationId conversation = ConversationId.of(id);
        governance.onCustomerMessage(CustomerMessage.of(conversation, "m-1", "I want to speak to a human"));
        clock.advance(Duration.ofSeconds(1));
        return conversation;
    }

    private ConversationId request(String id, String channel) {
        ConversationId conversation = ConversationId.of(id);
        governance.onCustomerMessage(CustomerMessage.of(conversation, "m-1", "I want to speak to a human")
                .through(channel));
        return conversation;
    }

    private ConversationId accepted(String id, AgentId agent) {
        ConversationId conversation = request(id);
        Offer offer = handoff(conversation).offer();
        assertThat(offer.agent()).isEqualTo(agent);
        governance.desk(Caller.agent(agent.value())).accept(conversation, offer.number());
        return conversation;
    }

    private Conversation row(ConversationId id) {
        return governance.conversations().get(id);
    }

    private Handoff handoff(ConversationId id) {
        return row(id).handoff();
    }

    private AgentId offeredTo(ConversationId id) {
        Offer offer = handoff(id).offer();
        return offer == null ? null : offer.agent();
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        governance.sweep(100);
    }

    @Test
    @DisplayName(
            "F01 T049 who is away until a time is back at that time, over midnight and the change of the clocks too")
    void who_is_away_until_a_time_is_back_then() {
        AgentId anna = online("anna");
        Instant back = ZonedDateTime.of(2026, 3, 29, 3, 30, 0, 0, ZoneId.of("Europe/Berlin"))
                .toInstant();
        governance.agents().status(anna, AgentStatus.AWAY, "LUNCH", back);
        ConversationId id = request("c-1");
        assertThat(governance.sweep(100).nextDue())
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(back));

        clock.set(back.minusNanos(1_000));
        governance.sweep(100);
        assertThat(offeredTo(id)).isNull();
        assertThat(governance.agents().get(anna).presence().reason()).isEqualTo("LUNCH");

        clock.set(back);
        SweepReport report = governance.sweep(100);
        assertThat(governance.agents().get(anna).status()).isEqualTo(AgentStatus.ONLINE);
        assertThat(offeredTo(id)).isEqualTo(anna);
        assertThat(report.matched())
                .as("the event led to the match, not the net")
                .isZero();
    }

    @Test
    @DisplayName("T049 who goes away while something is offered to them keeps the offer until it ends")
    void going_away_keeps_the_offer() {
        AgentId anna = online("anna");
        ConversationId id = request("c-1");
        governance.agents().status(anna, AgentStatus.AWAY);
        assertThat(offeredTo(id)).isEqualTo(anna);
        assertThat(governance
                        .desk(Caller.agent("anna"))
                        .accept(id, handoff(id).offer().number())
                        .isWon())
                .isTrue();
    }

    @Test
    @DisplayName("F03 who goes away for others to take over loses offers and conversations, and nothing is lost")
    void away_reassign_sends_everything_back() {
        AgentId anna = online("anna");
        ConversationId had = accepted("had", anna);
        Instant enqueuedAt = handoff(had).enqueuedAt();
        ConversationId offered = request("offered");

        governance.agents().status(anna, AgentStatus.AWAY_REASSIGN);

        assertThat(handoff(had).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(handoff(had).enqueuedAt()).isEqualTo(enqueuedAt);
        assertThat(row(had).assignee()).isNull();
        assertThat(row(had).control()).isEqualTo(Control.HUMAN);
        assertThat(row(had).status(clock.instant(), Duration.ofHours(1))).isEqualTo(Status.FLAGGED);
        assertThat(handoff(offered).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(governance.agents().get(anna).used()).isZero();
        assertThat(governance
                        .conversations()
                        .journal(had, row(had).version() - 1, 1)
                        .get(0)
                        .find(HandoffEvent.Returned.class))
                .hasValueSatisfying(returned -> assertThat(returned.cause()).isEqualTo(ReturnCause.AGENT_AWAY));

        AgentId ben = online("ben");
        assertThat(offeredTo(had)).isEqualTo(ben);
        assertThat(offeredTo(offered)).isEqualTo(ben);
        pass(Duration.ofSeconds(1));
        assertThat(governance.agents().get(anna).presence().freeing()).isEqualTo(Presence.Freeing.DONE);
    }

    @Test
    @DisplayName("F02 T047 a gap of heartbeats within the grace touches nothing; beyond it the conversations go back")
    void a_lost_agent_loses_conversations_after_the_grace() {
        AgentId anna = online("anna");
        governance.agents().heartbeat(anna);
        ConversationId id = accepted("c-1", anna);

        pass(Duration.ofSeconds(103));
        assertThat(row(id).assignee()).isEqualTo(anna);
        assertThat(governance.agents().counts("default")).containsEntry(AgentStatus.ONLINE, 1);

        pass(Duration.ofSeconds(1));
        assertThat(row(id).assignee()).isNull();
        assertThat(handoff(id).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(governance.agents().get(anna).used()).isZero();
        assertThat(governance.agents().get(anna).status()).as("what they chose").isEqualTo(AgentStatus.ONLINE);
        assertThat(governance.agents().counts("default"))
                .containsEntry(AgentStatus.ONLINE, 0)
                .containsEntry(AgentStatus.OFFLINE, 1);

        governance.agents().heartbeat(anna);
        assertThat(offeredTo(id)).as("back, without choosing again").isEqualTo(anna);
    }

    @Test
    @DisplayName("D16 a house may let conversations wait for a lost agent")
    void a_house_may_keep_conversations() {
        governance = under(
                policy -> policy.routing(r -> r.rules(rules -> rules.onAgentLost(AgentLost.KEEP))),
                OpeningHours.ALWAYS);
        AgentId anna = online("anna");
        governance.agents().heartbeat(anna);
        ConversationId id = accepted("c-1", anna);

        pass(Duration.ofMinutes(10));

        assertThat(row(id).assignee()).isEqualTo(anna);
    }

    @Test
    @DisplayName("F14 T044 who is let go is off at once, gives everything back exactly once, and gets nothing more")
    void who_is_let_go_gives_everything_back() {
        AgentId anna = online("anna");
        ConversationId had = accepted("had", anna);
        ConversationId offered = request("offered");
        int offer = handoff(offered).offer().number();

        governance.agents().deactivate(anna);

        assertThat(governance.agents().get(anna).used()).isZero();
        assertThat(offeredTo(offered)).isNull();
        assertThat(handoff(had).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(governance.desk(Caller.agent("anna")).accept(offered, offer).isWon())
                .isFalse();
        governance.agents().status(anna, AgentStatus.ONLINE);
        governance.agents().heartbeat(anna);
        assertThat(offeredTo(request("new"))).isNull();
        governance.agents().deactivate(anna);
        assertThat(governance.agents().get(anna).used()).isZero();

        governance.agents().reactivate(anna);
        governance.agents().status(anna, AgentStatus.ONLINE);
        assertThat(offeredTo(had)).isEqualTo(anna);
    }

    @Test
    @DisplayName(
            "T041 T043 what an agent has goes before what a team gives, that before the queue, that before the house")
    void limits_are_inherited_in_order() {
        governance = under(
                policy -> policy.routing(r -> r.capacity(100)
                        .rule("general", q -> q.capacity(Capacity.limit(80)))
                        .team("small", new TeamRule(Capacity.limit(40), ""))
                        .team("large", new TeamRule(Capacity.limit(60), ""))
                        .team("any", TeamRule.DEFAULT)),
                OpeningHours.ALWAYS);
        assertThat(max("agent", p -> p.inTeams("small").with(Capacity.limit(200))))
                .isEqualTo(200);
        assertThat(max("none", p -> p.inTeams("small").with(Capacity.limit(0)))).isZero();
        assertThat(max("unlimited", p -> p.inTeams("small").with(Capacity.UNLIMITED)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(max("team", p -> p.inTeams("large", "small", "any"))).isEqualTo(40);
        assertThat(max("queue", p -> p.inTeams("any"))).isEqualTo(80);
        assertThat(governance
                        .agents()
                        .register(AgentProfile.of(AgentId.of("house"), "house", "sales"))
                        .max())
                .isEqualTo(100);
    }

    private int max(String id, UnaryOperator<AgentProfile> change) {
        return governance.agents().get(registered(id, change)).max();
    }

    @Test
    @DisplayName("T051 T113 who works by a calendar gets work in their hours only, whatever they chose")
    void a_calendar_bounds_the_choice() {
        Instant opens = clock.instant().plus(Duration.ofHours(8));
        AtomicReference<Instant> closes = new AtomicReference<>(opens.plus(Duration.ofHours(9)));
        governance = under(
                policy -> {},
                (tenant, calendar, now) -> now.isBefore(opens)
                        ? new Shift(Shift.State.CLOSED, opens)
                        : now.isBefore(closes.get())
                                ? new Shift(Shift.State.OPEN, closes.get())
                                : new Shift(Shift.State.CLOSED, null));
        AgentId anna = registered("anna", p -> p.workingBy("early"));
        governance.agents().status(anna, AgentStatus.ONLINE);
        ConversationId id = request("c-1");
        assertThat(offeredTo(id)).isNull();

        clock.set(opens);
        assertThat(governance.sweep(100).matched()).isZero();
        assertThat(offeredTo(id)).isEqualTo(anna);
        governance.desk(Caller.agent("anna")).accept(id, handoff(id).offer().number());

        clock.set(closes.get());
        governance.sweep(100);
        assertThat(offeredTo(request("c-2"))).isNull();
        assertThat(row(id).assignee()).as("what they have stays").isEqualTo(anna);
    }

    @Test
    @DisplayName("F07 a skill or a language that runs out leaves the profile at its time, and is back once renewed")
    void skills_and_languages_end() {
        Instant end = clock.instant().plus(Duration.ofHours(1));
        governance = under(
                policy -> policy.routing(r -> r.rule("general", q -> q.language(QueueRule.Need.REQUIRED))),
                OpeningHours.ALWAYS);
        AgentId anna = registered("anna", p -> p.speaking("en", 4).until("general", end));
        AgentId ben = registered("ben", p -> p.speaking("en", 4).until("en", end.plusSeconds(60)));
        governance.agents().status(anna, AgentStatus.ONLINE);
        assertThat(offeredTo(request("before"))).isEqualTo(anna);

        clock.set(end);
        assertThat(governance.sweep(100).nextDue())
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(end.plusSeconds(60)));
        assertThat(governance.agents().get(anna).profile())
                .returns(Map.of(), AgentProfile::skills)
                .returns(Map.of("en", 4), AgentProfile::languages)
                .returns(Map.of("general", end), AgentProfile::expiries);
        assertThat(offeredTo(request("after"))).isNull();

        clock.set(end.plusSeconds(60));
        governance.sweep(100);
        governance.agents().status(ben, AgentStatus.ONLINE);
        assertThat(offeredTo(ConversationId.of("after")))
                .as("no English any more")
                .isNull();

        AgentProfile renewed = governance.agents().get(anna).profile().skilled("general", 3);
        governance.agents().register(renewed);
        assertThat(offeredTo(ConversationId.of("after")))
                .as("its old end holds")
                .isNull();
        governance.agents().register(renewed.until("general", end.plus(Duration.ofDays(365))));
        assertThat(offeredTo(ConversationId.of("after"))).isEqualTo(anna);
    }

    @Test
    @DisplayName("F07 somebody who is registered with a skill that has ended does not have it")
    void what_has_ended_before_does_not_begin() {
        AgentId anna = registered("anna", p -> p.skilled("billing", 5).until("billing", clock.instant()));

        assertThat(governance.agents().get(anna).profile().skills()).containsOnlyKeys("general");
    }

    @Test
    @DisplayName("F04 a conversation weighs what its channel says, and an agent gets what fits")
    void channels_weigh() {
        governance = under(
                policy -> policy.routing(r -> r.channelWeight("voice", 100).channelWeight("mail", 10)),
                OpeningHours.ALWAYS);
        AgentId anna = registered("anna", p -> p.with(Capacity.limit(100)));
        governance.agents().status(anna, AgentStatus.ONLINE);

        ConversationId mail = request("mail", "mail");
        assertThat(governance.agents().get(anna).used()).isEqualTo(10);
        ConversationId call = request("call", "voice");
        ConversationId chat = request("chat", "web");
        assertThat(offeredTo(call)).as("90 are left").isNull();
        assertThat(offeredTo(chat)).as("what is hard to place blocks nobody").isEqualTo(anna);
        assertThat(governance.agents().get(anna).used()).isEqualTo(30);

        Desk desk = governance.desk(Caller.agent("anna"));
        for (ConversationId id : List.of(mail, chat)) {
            desk.accept(id, handoff(id).offer().number());
            desk.resolve(id, "done");
        }
        assertThat(governance.agents().get(anna).used()).isEqualTo(100);
        assertThat(offeredTo(call)).isEqualTo(anna);
    }

    @Test
    @DisplayName("T158 who only reviews is offered nothing")
    void who_only_reviews_is_offered_nothing() {
        AgentId rita = registered("rita", p -> p.with(Role.REVIEWER));
        governance.agents().status(rita, AgentStatus.ONLINE);

        assertThat(offeredTo(request("c-1"))).isNull();
    }

    @Test
    @DisplayName("T040 a new day changes nothing about what an agent holds")
    void a_new_day_changes_nothing() {
        AgentId anna = online("anna");
        accepted("c-1", anna);
        pass(Duration.ofHours(9));
        assertThat(governance.agents().get(anna).used()).isEqualTo(CHAT);
    }
}
