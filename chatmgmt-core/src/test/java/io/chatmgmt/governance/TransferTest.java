package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Passing conversations on: nothing is lost, doubled or stranded. */
class TransferTest {

    private final Floor floor = Floor.under(routing -> {});
    private final AgentId anna = floor.online("anna", 1);
    private final ConversationId id = floor.accepted("c-1", anna);

    private PersonResult toAgent(AgentId to, TransferKind kind) {
        return floor.desk(anna).transferToAgent(id, to, kind);
    }

    @Test
    @DisplayName("D14 T096 a cold transfer lets go at once, keeps the age, and asks the agent who was named")
    void a_cold_transfer_lets_go_at_once() {
        AgentId ben = floor.online("ben", 1);
        Instant enqueuedAt = floor.handoff(id).enqueuedAt();
        long epoch = floor.row(id).controlEpoch();

        PersonResult result = toAgent(ben, TransferKind.COLD);

        assertThat(result.won().orElseThrow().decided(DecisionKind.TRANSFERRED)).isTrue();
        assertThat(floor.row(id).assignee()).isNull();
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        assertThat(floor.handoff(id).enqueuedAt()).isEqualTo(enqueuedAt);
        assertThat(floor.used(anna)).isZero();
        assertThat(floor.used(ben)).isEqualTo(Floor.CHAT);
        assertThat(floor.row(id).controlEpoch()).isGreaterThan(epoch);
        assertThat(floor.accept(id, ben).isWon()).isTrue();
        assertThat(floor.row(id).assignee()).isEqualTo(ben);
    }

    @Test
    @DisplayName("D14 a warm transfer keeps the conversation with the agent until the next one has accepted")
    void a_warm_transfer_keeps_it_until_then() {
        AgentId ben = floor.online("ben", 1);

        assertThat(toAgent(ben, TransferKind.WARM).isWon()).isTrue();
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.CONNECTED);
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
        assertThat(floor.used(ben)).isEqualTo(Floor.CHAT);
        assertThat(floor.desk(anna).reply(id, "One moment").isWon()).isTrue();
        assertThat(floor.offeredTo(id)).isEqualTo(ben);

        assertThat(floor.accept(id, ben).isWon()).isTrue();
        assertThat(floor.row(id).assignee()).isEqualTo(ben);
        assertThat(floor.used(anna)).isZero();
        assertThat(floor.used(ben)).isEqualTo(Floor.CHAT);
        assertThat(floor.desk(anna).reply(id, "Still me").isWon()).isFalse();
    }

    @Test
    @DisplayName("D14 T044 a warm transfer that is declined, or runs out, leaves everything as it was")
    void a_warm_transfer_in_vain_changes_nothing() {
        AgentId ben = floor.online("ben", 1);
        toAgent(ben, TransferKind.WARM);
        floor.desk(ben).decline(id, floor.offer(id).number());
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.CONNECTED);
        assertThat(floor.used(ben)).isZero();

        toAgent(ben, TransferKind.WARM);
        floor.pass(Duration.ofSeconds(30));
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.handoff(id).offer()).isNull();
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
        assertThat(floor.used(ben)).isZero();
    }

    @Test
    @DisplayName("D14 T023 an agent without room is said so at once, and nothing has changed")
    void a_full_target_changes_nothing() {
        AgentId ben = floor.online("ben", 1);
        floor.accepted("c-2", ben);
        long version = floor.row(id).version();

        for (TransferKind kind : new TransferKind[] {TransferKind.WARM, TransferKind.COLD}) {
            assertThat(toAgent(ben, kind)).isEqualTo(new PersonResult.NoRoom(ben));
        }
        assertThat(floor.row(id).version()).isEqualTo(version);
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
    }

    @Test
    @DisplayName(
            "T022 T023 a conversation that was passed to a queue waits there, and the agent before is rid of it once")
    void a_queue_gets_what_was_passed_to_it() {
        assertThat(floor.desk(anna)
                        .transferToQueue(id, "billing", TransferKind.COLD)
                        .isWon())
                .isTrue();
        assertThat(floor.handoff(id).queue()).isEqualTo("billing");
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(floor.handoff(id).path().visited()).containsExactly("general");
        assertThat(floor.used(anna)).isZero();

        AgentId ben = floor.online("ben", 1, "billing");
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
    }

    @Test
    @DisplayName("D14 a warm transfer to a queue asks whoever could take it best, and says why nobody can")
    void a_warm_transfer_to_a_queue_asks_somebody() {
        assertThat(floor.desk(anna).transferToQueue(id, "billing", TransferKind.WARM))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.NO_SKILL));
        AgentId ben = floor.online("ben", 1, "billing");
        floor.governance.agents().status(ben, AgentStatus.AWAY);
        assertThat(floor.desk(anna).transferToQueue(id, "billing", TransferKind.WARM))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.NO_AGENT_ONLINE));
        floor.governance.agents().status(ben, AgentStatus.ONLINE);

        assertThat(floor.desk(anna)
                        .transferToQueue(id, "billing", TransferKind.WARM)
                        .isWon())
                .isTrue();
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        assertThat(floor.row(id).assignee()).isEqualTo(anna);
    }

    @Test
    @DisplayName("F09 D14 a team gets what is passed to it, and says so when nobody of it is there")
    void a_team_gets_what_is_passed_to_it() {
        floor.online("ben", 1);
        assertThat(floor.desk(anna).transferToTeam(id, "second", TransferKind.COLD))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.NO_SKILL));
        AgentId cleo = floor.online("cleo", 1, profile -> profile.inTeams("second"), "general");

        assertThat(floor.desk(anna)
                        .transferToTeam(id, "second", TransferKind.COLD)
                        .isWon())
                .isTrue();
        assertThat(floor.offeredTo(id)).isEqualTo(cleo);
    }

    @Test
    @DisplayName("D14 T025 a conversation is not passed on for ever")
    void hops_are_limited() {
        AgentId ben = floor.online("ben", 1);
        AgentId from = anna;
        AgentId to = ben;
        for (int hop = 0; hop < 5; hop++) {
            assertThat(floor.desk(from)
                            .transferToAgent(id, to, TransferKind.WARM)
                            .isWon())
                    .isTrue();
            assertThat(floor.accept(id, to).isWon()).isTrue();
            AgentId next = from;
            from = to;
            to = next;
        }
        assertThat(floor.desk(from).transferToAgent(id, to, TransferKind.WARM))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.TOO_MANY_HOPS));
        assertThat(floor.desk(from).transferToQueue(id, "sales", TransferKind.COLD))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.TOO_MANY_HOPS));
        assertThat(floor.row(id).assignee()).isEqualTo(from);
    }

    @Test
    @DisplayName("E10 T023 a closed or full queue takes nothing, and the conversation stays where it is")
    void a_closed_queue_takes_nothing() {
        Floor strict = Floor.under(routing ->
                routing.rule("sales", q -> q.state(QueueRule.State.DRAINING)).rule("billing", q -> q.maxDepth(0)));
        AgentId carl = strict.online("carl", 1);
        ConversationId other = strict.accepted("c-9", carl);

        assertThat(strict.desk(carl).transferToQueue(other, "sales", TransferKind.COLD))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.QUEUE_CLOSED));
        assertThat(strict.desk(carl).transferToQueue(other, "billing", TransferKind.COLD))
                .isEqualTo(new PersonResult.Nobody(NobodyReason.QUEUE_FULL));
        assertThat(strict.row(other).assignee()).isEqualTo(carl);
        assertThatThrownBy(() -> strict.desk(carl).transferToQueue(other, "no such", TransferKind.COLD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("T024 what is passed to its own queue is offered to others while its agent is gone")
    void passed_to_its_own_queue() {
        AgentId ben = floor.online("ben", 1);
        floor.governance.agents().status(anna, AgentStatus.OFFLINE);

        assertThat(floor.desk(anna)
                        .transferToQueue(id, "general", TransferKind.COLD)
                        .isWon())
                .isTrue();
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
    }

    @Test
    @DisplayName("D14 only the agent who has a conversation passes it on, or a supervisor; to oneself changes nothing")
    void only_who_has_it_passes_it_on() {
        AgentId ben = floor.online("ben", 1);
        assertThat(floor.desk(ben).transferToAgent(id, ben, TransferKind.COLD)).isInstanceOf(PersonResult.Lost.class);
        assertThat(toAgent(anna, TransferKind.COLD).isWon()).isTrue();
        assertThat(floor.events(id, HandoffEvent.Transferred.class)).isEmpty();

        floor.governance.desk(Caller.supervisor("sue")).transferToAgent(id, ben, TransferKind.COLD);
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
    }

    @Test
    @DisplayName("D14 work that was passed on to a queue does not come straight back to who passed it on")
    void it_does_not_come_straight_back() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 5, "general", "sales");
        AgentId ben = floor.online("ben", 1, "sales");
        floor.accepted("first", anna);
        ConversationId id = floor.accepted("c-1", anna);
        ConversationId other = floor.accepted("c-2", anna);

        floor.desk(anna).transferToQueue(id, "sales", TransferKind.COLD);
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        floor.desk(anna).transferToQueue(other, "sales", TransferKind.COLD);
        assertThat(floor.offeredTo(other)).as("Ben is busy").isNull();
        floor.accept(id, ben);
        floor.desk(ben).resolve(id, "done");
        assertThat(floor.offeredTo(other)).isEqualTo(ben);
    }

    @Test
    @DisplayName("D14 a warm transfer to a queue moves the work there once it is accepted")
    void a_warm_transfer_changes_the_queue() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        AgentId bill = floor.online("bill", 1, "billing");
        ConversationId id = floor.accepted("c-1", anna);

        floor.desk(anna).transferToQueue(id, "billing", TransferKind.WARM);
        assertThat(floor.handoff(id).queue()).isEqualTo("general");
        floor.accept(id, bill);
        assertThat(floor.handoff(id).queue()).isEqualTo("billing");
        assertThat(floor.handoff(id).path().visited()).containsExactly("general");
        floor.governance.agents().status(bill, AgentStatus.AWAY_REASSIGN);
        assertThat(floor.offeredTo(id)).as("she cannot do billing").isNull();
    }

    @Test
    @DisplayName("D14 a conversation that no person has cannot be passed on to a team")
    void the_ais_conversations_cannot_be_passed_on() {
        Floor floor = Floor.under(routing -> {});
        ConversationId id = ConversationId.of("c-1");
        floor.writes(id, "m-1", "What does the large plan cost?");
        assertThat(floor.governance
                        .desk(Caller.supervisor("sue"))
                        .transferToTeam(id, "north", TransferKind.COLD)
                        .isWon())
                .isFalse();
    }

    @Test
    @DisplayName("D21 whoever comes back to a conversation ends their own wrap-up of it")
    void coming_back_ends_the_wrap_up() {
        Floor floor = Floor.under(routing -> routing.joinOverCapacity(RoutingPolicy.OverCapacity.DENY)
                .rules(rules -> rules.wrapUp(Duration.ofMinutes(5))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).handBack(id, "");
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);

        assertThat(floor.desk(anna).join(id).isWon()).isTrue();
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
    }
}
