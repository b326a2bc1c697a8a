package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static io.chatmgmt.lifecycle.Stage.START;
import static io.chatmgmt.lifecycle.Stage.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import io.chatmgmt.lifecycle.PersonInput.Room;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.RoutingPolicy.OverCapacity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to a person and back. */
class HandoffTest {

    private static final int WEIGHT = 20;

    private static Stage queued() {
        return Stage.ofDefaults().customer("A person, please", Heard.request());
    }

    @Test
    void an_offer_takes_a_slot_and_has_a_deadline() {
        Stage stage = queued().afterSeconds(5).offeredTo(SARAH);

        assertThat(stage.decisions()).containsExactly(DecisionKind.OFFERED);
        assertThat(stage.slots()).containsExactly(new SlotChange.Take(SARAH, WEIGHT, stage.now()));
        assertThat(stage.offer().deadline()).isEqualTo(stage.now().plusSeconds(30));
        assertThat(stage.handoff().state()).isEqualTo(HandoffState.OFFERED);
    }

    @Test
    @DisplayName("T005 a conversation has one live offer at a time")
    void a_second_offer_is_lost() {
        Stage stage = queued().offeredTo(SARAH);

        assertThat(stage.offeredTo(TOM).outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void an_offer_for_an_older_handoff_is_lost() {
        Stage stage = queued();
        int older = stage.handoff().number();
        stage.leaves().customer("A person, please", Heard.request());

        stage.when(Actor.SYSTEM, new RoutingInput.Offers(older, SARAH, Choice.NAMED));

        assertThat(stage.outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void accepting_gives_the_conversation_to_the_agent_who_introduces_themselves() {
        Stage stage = queued().offeredTo(SARAH);
        long epoch = stage.row().controlEpoch();
        stage.afterSeconds(7).accepts(SARAH);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ACCEPTED);
        assertThat(stage.slots()).isEmpty();
        assertThat(stage.row().assignee()).isEqualTo(SARAH);
        assertThat(stage.row().control()).isEqualTo(Control.HUMAN);
        assertThat(stage.row().controlEpoch()).isEqualTo(epoch + 1);
        assertThat(stage.row().escalation().answeredAt()).isEqualTo(stage.now());
        assertThat(stage.row().status(stage.now(), Duration.ofSeconds(30))).isEqualTo(Status.ACTIVE);
        assertThat(stage.handoff().state()).isEqualTo(HandoffState.CONNECTED);
        assertThat(stage.written()).singleElement().satisfies(text -> {
            assertThat(text.author()).isEqualTo(Actor.agent("sarah"));
            assertThat(text.content()).contains("sarah");
        });
        assertThat(stage.row().outbound()).hasSize(1);
        assertThat(stage.row().waitingSince()).isNull();
    }

    @Test
    @DisplayName("T031 a conversation with an agent is under human control, whichever way it got there")
    void an_assigned_conversation_is_under_human_control() {
        Stage joined = Stage.ofDefaults().customer("?").joins(SARAH);
        assertThat(joined.row().control()).isEqualTo(Control.HUMAN);
        assertThat(joined.row().ai().ticket()).isNull();

        Stage invited = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("A person, please", Heard.request())
                .offeredTo(SARAH)
                .accepts(SARAH);
        assertThat(invited.row().control()).isEqualTo(Control.HUMAN);
        assertThat(invited.row().ai().ticket()).isNull();
    }

    @Test
    @DisplayName("T004 accepting an offer that is not one's own, is gone or was accepted before is lost")
    void a_foreign_or_old_offer_is_lost() {
        Stage stage = queued().offeredTo(SARAH);
        int offer = stage.offer().number();
        assertThat(accept(stage, offer, TOM)).isInstanceOf(Outcome.Lost.class);
        assertThat(accept(stage, offer + 1, SARAH)).isInstanceOf(Outcome.Lost.class);
        stage.accepts(SARAH);
        assertThat(accept(stage, offer, SARAH)).isInstanceOf(Outcome.Lost.class);
    }

    private static Outcome accept(Stage stage, int offer, AgentId agent) {
        return stage.when(
                        Actor.agent(agent.value()),
                        new RoutingInput.Accepts(offer, agent, agent.value(), Introduction.SEND))
                .outcome();
    }

    @Test
    void declining_frees_the_slot_and_keeps_the_place() {
        Stage stage = queued().afterSeconds(5).offeredTo(SARAH);
        Instant key = stage.handoff().orderKey();
        stage.declines(SARAH);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DECLINED);
        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, WEIGHT));
        assertThat(stage.handoff().state()).isEqualTo(HandoffState.QUEUED);
        assertThat(stage.handoff().enqueuedAt()).isEqualTo(START);
        assertThat(stage.handoff().orderKey()).isEqualTo(key);
    }

    @Test
    @DisplayName("D04 the cool-down for the same work doubles: 20 s, 40 s, … up to 5 min, to the microsecond")
    void the_cool_down_doubles() {
        Stage stage = queued();
        for (long seconds : new long[] {20, 40, 80, 160, 300, 300}) {
            stage.offeredTo(SARAH).declines(SARAH);
            stage.after(Duration.ofSeconds(seconds).minusNanos(1_000)).offeredTo(SARAH);
            assertThat(stage.outcome()).isInstanceOf(Outcome.Lost.class);
            stage.after(Duration.ofNanos(1_000));
        }
        assertThat(stage.offeredTo(SARAH).outcome()).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void others_are_not_left_out_by_a_refusal() {
        Stage stage = queued().offeredTo(SARAH).declines(SARAH).offeredTo(TOM);

        assertThat(stage.offer().agent()).isEqualTo(TOM);
    }

    @Test
    @DisplayName("T073 a customer who leaves the queue ends the handoff, frees the slot and blames nobody")
    void leaving_ends_the_handoff() {
        Stage stage = queued().offeredTo(SARAH).leaves();

        assertThat(stage.decisions()).containsExactly(DecisionKind.ABANDONED);
        assertThat(stage.kinds()).contains(HandoffEvent.Rescinded.class);
        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, WEIGHT));
        assertThat(stage.row().handoff()).isNull();
        assertThat(stage.row().escalation()).isNull();
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.leaves().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void leaving_while_talking_to_an_agent_changes_nothing() {
        assertThat(queued().offeredTo(SARAH).accepts(SARAH).leaves().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void joining_takes_a_slot_beyond_the_limit_and_says_so() {
        Stage stage = Stage.ofDefaults().customer("?");
        stage.when(Actor.agent("sarah"), new PersonInput.Joins(SARAH, "Sarah", Introduction.SKIP, Room.OVER));

        assertThat(stage.decisions()).containsExactly(DecisionKind.ACCEPTED);
        assertThat(stage.slots()).containsExactly(new SlotChange.Force(SARAH, WEIGHT));
        assertThat(stage.row().flags().has(Flag.OVER_CAPACITY)).isTrue();
        assertThat(stage.written()).isEmpty();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
        assertThat(stage.row().waitingSince()).isEqualTo(START);
        assertThat(stage.handoff().state()).isEqualTo(HandoffState.ACCEPTED);

        stage.handsBack(SARAH);
        assertThat(stage.row().flags().has(Flag.OVER_CAPACITY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(OverCapacity.class)
    void a_policy_says_whether_one_may_join_beyond_the_limit(OverCapacity rule) {
        Stage stage = Stage.under(policy -> policy.routing(r -> r.joinOverCapacity(rule)))
                .customer("?");
        stage.when(Actor.agent("sarah"), new PersonInput.Joins(SARAH, "Sarah", Introduction.SKIP, Room.OVER));

        assertThat(stage.slots())
                .containsExactly(
                        rule == OverCapacity.DENY
                                ? new SlotChange.Take(SARAH, WEIGHT, START)
                                : new SlotChange.Force(SARAH, WEIGHT));
        assertThat(stage.row().flags().has(Flag.OVER_CAPACITY)).isEqualTo(rule == OverCapacity.WARN);
    }

    @Test
    void joining_what_one_has_been_offered_accepts_the_offer() {
        Stage stage = queued().offeredTo(SARAH).joins(SARAH);

        assertThat(stage.slots()).isEmpty();
        assertThat(stage.event(HandoffEvent.Accepted.class).offer()).isEqualTo(1);
    }

    @Test
    void joining_what_another_has_been_offered_takes_the_offer_back() {
        Stage stage = queued().offeredTo(SARAH).joins(TOM);

        assertThat(stage.slots())
                .containsExactly(new SlotChange.Release(SARAH, WEIGHT), new SlotChange.Force(TOM, WEIGHT));
        assertThat(stage.row().assignee()).isEqualTo(TOM);
        assertThat(stage.handoff().refusals()).isEmpty();
    }

    @Test
    @DisplayName(
            "T002 joining what one has changes nothing; what another agent has is lost; a supervisor takes it over")
    void a_conversation_has_one_agent() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH);
        long epoch = stage.row().controlEpoch();

        assertThat(stage.joins(SARAH).outcome()).isInstanceOf(Outcome.Unchanged.class);
        assertThat(stage.joins(TOM).outcome()).isInstanceOf(Outcome.Lost.class);
        stage.joins(Actor.supervisor("tom"), TOM, Introduction.SEND);

        assertThat(stage.row().assignee()).isEqualTo(TOM);
        assertThat(stage.row().controlEpoch()).isEqualTo(epoch + 1);
        assertThat(stage.slots())
                .containsExactly(new SlotChange.Release(SARAH, WEIGHT), new SlotChange.Force(TOM, WEIGHT));
        assertThat(stage.row().episode().handoffs()).isEqualTo(1);
    }

    @Test
    @DisplayName("T011 a resolved conversation is nobody's: it cannot be joined, offered, accepted or written to")
    void nobody_is_assigned_to_a_resolved_conversation() {
        Stage stage = queued().offeredTo(SARAH);
        int handoff = stage.handoff().number();
        int offer = stage.offer().number();
        stage.resolves();

        assertThat(stage.joins(TOM).outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(accept(stage, offer, SARAH)).isInstanceOf(Outcome.Lost.class);
        assertThat(stage.when(Actor.SYSTEM, new RoutingInput.Offers(handoff, TOM, Choice.NAMED))
                        .outcome())
                .isInstanceOf(Outcome.Lost.class);
        assertThat(stage.writes(SARAH, "Hello").outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(stage.handsBack(SARAH).outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(stage.row().assignee()).isNull();
    }

    @Test
    void only_the_agent_who_has_it_writes() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH);

        assertThat(stage.writes(TOM, "Hello").outcome()).isInstanceOf(Outcome.Lost.class);
        stage.writes(SARAH, "Hello");
        assertThat(stage.event(MessageEvent.AgentWrote.class).agent()).isEqualTo(SARAH);
        assertThat(stage.row().outbound()).hasSize(1);
    }

    @Test
    @DisplayName("T064 after a hand-back the AI answers what is open, in a new epoch")
    void after_a_hand_back_the_ai_answers() {
        Stage stage = queued().offeredTo(SARAH).accepts(SARAH).customer("And one more thing?");
        long epoch = stage.row().controlEpoch();
        int question = stage.row().numbers().question();

        stage.handsBack(SARAH);

        assertThat(stage.decisions()).containsExactly(DecisionKind.HANDED_BACK);
        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, WEIGHT));
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().controlEpoch()).isEqualTo(epoch + 1);
        assertThat(stage.ticket().message()).isEqualTo(question);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
        stage.ai("Sure", 0.95);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().escalation()).isNull();
    }

    @Test
    @DisplayName("T064 nothing is asked when the agent has answered")
    void after_an_answered_hand_back_the_ai_waits() {
        Stage stage =
                queued().offeredTo(SARAH).accepts(SARAH).writes(SARAH, "Done").handsBack(SARAH);

        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
    }

    @Test
    @DisplayName("T064 a question that the person did not touch goes to the AI at the hand-back")
    void a_question_that_nobody_touched_goes_to_the_ai() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .joins(Actor.agent("sarah"), SARAH, Introduction.SKIP)
                .handsBack(SARAH);

        assertThat(stage.ticket().message()).isEqualTo(1);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
    }

    @Test
    @DisplayName("T064 handing an open question to an AI that may not speak calls people again")
    void handing_back_to_a_silent_ai_calls_people_again() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.posture(Posture.OFF)))
                .customer("?")
                .joins(SARAH)
                .customer("And now?")
                .handsBack(SARAH);

        assertThat(stage.decisions())
                .containsExactly(DecisionKind.HANDED_BACK, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_SILENT);
    }

    @Test
    @DisplayName("T064 what called the person does not call one again by old context")
    void old_context_calls_nobody_after_a_hand_back() {
        Stage stage = Stage.ofDefaults()
                .customer("?", Heard.question(1, 2, 3, 4))
                .ai("a", 0.5)
                .afterSeconds(10)
                .customer("?", Heard.question(1, 2, 3, 4))
                .ai("b", 0.5)
                .afterSeconds(10)
                .customer("?", Heard.question(1, 2, 3, 4))
                .offeredTo(SARAH)
                .accepts(SARAH)
                .handsBack(SARAH)
                .after(Duration.ofMinutes(31))
                .customer("?", Heard.question(1, 2, 3, 4));

        assertThat(stage.caused(EscalationEvent.Raised.class)).isFalse();
        stage.ai("c", 0.5);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
    }

    @Test
    void only_the_agent_or_a_supervisor_hands_back() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH);

        assertThat(stage.handsBack(TOM).outcome()).isInstanceOf(Outcome.Lost.class);
        stage.when(Actor.supervisor("sue"), new PersonInput.HandsBack(AgentId.of("sue"), "Enough"));
        assertThat(stage.decisions()).containsExactly(DecisionKind.HANDED_BACK);
        assertThat(stage.event(HandoffEvent.Closed.class).agent()).isEqualTo(SARAH);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.kind()).isEqualTo(TextKind.NOTE));
    }

    @Test
    @DisplayName("D07 under an invitation the AI goes on answering, in the same epoch")
    void under_an_invitation_the_ai_goes_on() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("?");
        long epoch = stage.row().controlEpoch();
        stage.customer("A person, please", Heard.request());

        assertThat(stage.row().control()).isEqualTo(Control.INVITED);
        assertThat(stage.row().controlEpoch()).isEqualTo(epoch);
        assertThat(stage.handoff().mode()).isEqualTo(HandoffMode.INVITE);
        Instant waitingSince = stage.row().waitingSince();
        stage.ai(AiAnswer.of("Meanwhile: under Billing", 0.95));
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().waitingSince()).isEqualTo(waitingSince);
    }

    @Test
    @DisplayName("A16 taking a conversation over takes its error down")
    void taking_over_clears_the_error() {
        Stage stage = Stage.ofDefaults().customer("?").aiFails(AiFailure.FATAL).joins(SARAH);

        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
    }

    @Test
    @DisplayName("T063 a person who is called gets exactly one message to the customer said")
    void one_escalation_message_a_handoff() {
        Stage stage = Stage.ofDefaults();
        int said = 0;
        for (int i = 0; i < 5; i++) {
            stage.afterSeconds(10).customer("This is terrible, get me a human", Heard.request());
            said += stage.caused(MessageEvent.SystemWrote.class) ? 1 : 0;
        }
        assertThat(said).isEqualTo(1);
        assertThat(stage.caused(AnswerEvent.TicketIssued.class)).isFalse();
    }

    @Test
    void a_handed_back_conversation_may_be_handed_off_again() {
        Stage stage = queued().offeredTo(SARAH)
                .accepts(SARAH)
                .handsBack(SARAH)
                .customer("A person again, please", Heard.request());

        assertThat(stage.handoff().number()).isEqualTo(2);
        assertThat(stage.row().episode().handoffs()).isEqualTo(2);
        assertThat(stage.event(HandoffEvent.Queued.class).number()).isEqualTo(2);
        assertThat(stage.offeredTo(SARAH).offer().number()).isEqualTo(2);
    }

    @Test
    void a_closed_handoff_says_how_it_ended() {
        assertThat(queued().resolves().event(HandoffEvent.Closed.class).end()).isEqualTo(HandoffEnd.CANCELED);
        assertThat(queued().offeredTo(SARAH)
                        .accepts(SARAH)
                        .resolves()
                        .event(HandoffEvent.Closed.class)
                        .end())
                .isEqualTo(HandoffEnd.RESOLVED);
    }
}
