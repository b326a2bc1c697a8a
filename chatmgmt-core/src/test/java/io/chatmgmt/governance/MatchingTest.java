package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.RoutingPolicy.OverCapacity;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How waiting conversations and free agents find each other. */
class MatchingTest {

    private static final int CHAT = 20;

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final List<Notification> told = new ArrayList<>();
    private ChatGovernance governance = under(policy -> {});

    private ChatGovernance under(Consumer<GovernancePolicy.Builder> changes) {
        GovernancePolicy.Builder policy = GovernancePolicy.builder();
        changes.accept(policy);
        return ChatGovernance.builder()
                .clock(clock)
                .policy(policy.build())
                .notifier(told::add)
                .build();
    }

    private AgentId agent(String id, int chats) {
        AgentId agent = AgentId.of(id);
        governance.agents().register(AgentProfile.of(agent, id, "general").with(Capacity.limit(chats * CHAT)));
        return agent;
    }

    private AgentId online(String id, int chats) {
        AgentId agent = agent(id, chats);
        governance.agents().status(agent, AgentStatus.ONLINE);
        return agent;
    }

    private ConversationId request(String id) {
        ConversationId conversation = ConversationId.of(id);
        governance.onCustomerMessage(CustomerMessage.of(conversation, "m-1", "I want to speak to a human"));
        clock.advance(Duration.ofSeconds(1));
        return conversation;
    }

    private AgentId offeredTo(ConversationId id) {
        Handoff handoff = row(id).handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        return offer == null ? null : offer.agent();
    }

    private Conversation row(ConversationId id) {
        return governance.conversations().get(id);
    }

    private int used(AgentId agent) {
        return governance.agents().get(agent).used();
    }

    @Test
    @DisplayName("T020 an agent who comes online gets what waits, without a new message and without a sweep")
    void who_comes_online_gets_what_waits() {
        AgentId sarah = agent("sarah", 5);
        ConversationId id = request("c-1");
        assertThat(offeredTo(id)).isNull();

        governance.agents().status(sarah, AgentStatus.ONLINE);

        assertThat(offeredTo(id)).isEqualTo(sarah);
        assertThat(told).hasSize(2).last().isInstanceOf(Notification.OfferMade.class);
    }

    @Test
    @DisplayName("T053 T003 who has no room gets nothing, and the one who waits longest gets the slot that is freed")
    void the_longest_waiting_gets_the_freed_slot() {
        AgentId sarah = online("sarah", 1);
        ConversationId first = request("first");
        ConversationId second = request("second");
        ConversationId third = request("third");
        assertThat(offeredTo(first)).isEqualTo(sarah);
        assertThat(offeredTo(second)).isNull();
        assertThat(used(sarah)).isEqualTo(CHAT);

        governance.resolve(first, Resolution.ASSUMED);

        assertThat(offeredTo(second)).isEqualTo(sarah);
        assertThat(offeredTo(third)).isNull();
        assertThat(used(sarah)).isEqualTo(CHAT);
    }

    @Test
    @DisplayName("D04 what one agent declines goes to the next, and back to the first after the cool-down")
    void what_one_declines_goes_to_the_next() {
        AgentId sarah = online("sarah", 5);
        ConversationId id = request("c-1");
        AgentId tom = online("tom", 5);
        int offer = row(id).handoff().offer().number();

        assertThat(governance.desk(Caller.agent("sarah")).decline(id, offer).isWon())
                .isTrue();
        assertThat(offeredTo(id)).isEqualTo(tom);
        assertThat(used(sarah)).isZero();

        governance
                .desk(Caller.agent("tom"))
                .decline(id, row(id).handoff().offer().number());
        assertThat(offeredTo(id)).isNull();
        clock.advance(Duration.ofSeconds(20));
        governance.sweep(100);
        assertThat(offeredTo(id)).isNotNull();
        assertThat(governance.desk(Caller.agent("sarah")).decline(id, offer).isWon())
                .isFalse();
    }

    @Test
    @DisplayName("D04 an agent who misses two offers in a row counts as away; one answer starts the count again")
    void who_misses_two_offers_is_away() {
        AgentId sarah = online("sarah", 5);
        ConversationId id = request("c-1");
        pass(Duration.ofSeconds(30));
        assertThat(governance.agents().get(sarah).missedOffers()).isEqualTo(1);
        pass(Duration.ofSeconds(20));
        assertThat(offeredTo(id)).isEqualTo(sarah);
        pass(Duration.ofSeconds(30));

        assertThat(governance.agents().get(sarah).status()).isEqualTo(AgentStatus.AWAY);
        pass(Duration.ofMinutes(10));
        assertThat(offeredTo(id)).isNull();

        governance.agents().status(sarah, AgentStatus.ONLINE);
        assertThat(offeredTo(id)).isEqualTo(sarah);
        pass(Duration.ofSeconds(30));
        pass(Duration.ofMinutes(5));
        governance
                .desk(Caller.agent("sarah"))
                .accept(id, row(id).handoff().offer().number());
        assertThat(governance.agents().get(sarah).missedOffers()).isZero();
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        governance.sweep(100);
    }

    @Test
    @DisplayName("T047 an agent whose heartbeats stop gets nothing more, and gets work again with the next one")
    void heartbeats_keep_an_agent_there() {
        AgentId sarah = online("sarah", 5);
        governance.agents().heartbeat(sarah);
        clock.advance(Duration.ofSeconds(45));
        ConversationId id = request("c-1");
        assertThat(offeredTo(id)).isNull();

        governance.agents().heartbeat(sarah);
        assertThat(offeredTo(id)).isEqualTo(sarah);
    }

    @Test
    void a_heartbeat_of_somebody_who_is_away_brings_no_work() {
        AgentId sarah = agent("sarah", 5);
        governance.agents().status(sarah, AgentStatus.AWAY);
        ConversationId id = request("c-1");

        governance.agents().heartbeat(sarah);

        assertThat(offeredTo(id)).isNull();
    }

    @Test
    @DisplayName("T066 without an agent it is queued and told, and the result says so; nothing claims success")
    void without_an_agent_it_is_queued_and_told() {
        TurnResult result = governance.onCustomerMessage(
                CustomerMessage.of(ConversationId.of("c-1"), "m-1", "I want to speak to a human"));

        assertThat(result.decided(DecisionKind.QUEUED)).isTrue();
        assertThat(result.decided(DecisionKind.OFFERED)).isFalse();
        assertThat(result.texts()).hasSize(1);
    }

    @Test
    @DisplayName("T066 who has no room and may not go beyond it is told so, by type")
    void who_has_no_room_is_told_so() {
        governance = under(policy -> policy.routing(r -> r.joinOverCapacity(OverCapacity.DENY)));
        AgentId sarah = online("sarah", 1);
        ConversationId first = request("first");
        ConversationId second = request("second");
        Desk desk = governance.desk(Caller.agent("sarah"));
        assertThat(desk.join(first).isWon()).isTrue();

        assertThat(desk.join(second)).isEqualTo(new PersonResult.NoRoom(sarah));
        assertThat(row(second).assignee()).isNull();
        assertThat(used(sarah)).isEqualTo(CHAT);
    }

    @Test
    @DisplayName("T052 a lower limit takes nothing away and brings nothing new")
    void a_lower_limit_takes_nothing_away() {
        AgentId sarah = online("sarah", 2);
        ConversationId first = request("first");
        ConversationId second = request("second");
        agent("sarah", 1);

        assertThat(offeredTo(first)).isEqualTo(sarah);
        assertThat(offeredTo(second)).isEqualTo(sarah);
        assertThat(offeredTo(request("third"))).isNull();
        governance.resolve(first, Resolution.ASSUMED);
        assertThat(used(sarah)).isEqualTo(CHAT);
    }

    @Test
    @DisplayName("T027 a conversation that nobody can take does not block those behind it")
    void who_cannot_be_served_blocks_nobody() {
        AgentId sarah = online("sarah", 5);
        ConversationId stuck = request("stuck");
        governance
                .desk(Caller.agent("sarah"))
                .decline(stuck, row(stuck).handoff().offer().number());

        ConversationId next = request("next");

        assertThat(offeredTo(stuck)).isNull();
        assertThat(offeredTo(next)).isEqualTo(sarah);
    }

    @Test
    @DisplayName("T096 time-outs and refusals keep the place in the queue")
    void the_place_is_kept() {
        AgentId sarah = online("sarah", 1);
        ConversationId first = request("first");
        Instant key = row(first).handoff().orderKey();
        ConversationId second = request("second");
        pass(Duration.ofSeconds(30));
        assertThat(offeredTo(second)).isEqualTo(sarah);
        assertThat(row(first).handoff().orderKey()).isEqualTo(key);
        governance.resolve(second, Resolution.ASSUMED);
        pass(Duration.ofSeconds(20));

        assertThat(offeredTo(first)).isEqualTo(sarah);
    }

    @Test
    void an_agent_who_does_not_exist_is_an_error() {
        ConversationId id = request("c-1");

        assertThatThrownBy(() -> governance.agents().status(AgentId.of("nobody"), AgentStatus.ONLINE))
                .isInstanceOf(AgentNotFoundException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> governance.desk(Caller.agent("nobody")).join(id))
                .isInstanceOf(AgentNotFoundException.class);
        assertThat(governance.agents().find(AgentId.of("nobody"))).isEmpty();
        assertThat(Objects.requireNonNull(row(id).handoff()).isWaiting()).isTrue();
    }
}
