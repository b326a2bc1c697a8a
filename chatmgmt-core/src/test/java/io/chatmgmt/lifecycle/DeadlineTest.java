package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What time does: each deadline is looked at just before it, where nothing happens, and exactly at it. */
class DeadlineTest {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private static final Duration DAY = Duration.ofHours(24);

    /** Just before the deadline nothing happens; then the clock stands at it. */
    private static Stage to(Stage stage, Instant deadline) {
        assertThat(stage.row().dueAt()).isEqualTo(deadline);
        stage.after(Duration.between(stage.now(), deadline).minus(MICROSECOND)).timePasses();
        assertThat(stage.outcome()).isInstanceOf(Outcome.Unchanged.class);
        return stage.after(MICROSECOND);
    }

    @Test
    void nothing_is_due_where_nothing_waits() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Yes", 0.95);

        assertThat(stage.row().dueAt()).isNull();
        assertThat(stage.after(DAY).timePasses().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T062 an AI that is silent for 30 s counts as failed, once")
    void a_ticket_times_out() {
        Stage stage = Stage.ofDefaults().customer("?");

        to(stage, Stage.START.plusSeconds(30)).timePasses();

        assertThat(stage.event(AnswerEvent.Failed.class).failure()).isEqualTo(AiFailure.TIMEOUT);
        assertThat(stage.decisions()).containsExactly(DecisionKind.FALLBACK);
        assertThat(stage.row().outbound()).hasSize(1);
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.timePasses().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void a_policy_without_a_time_out_waits_for_ever() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.withoutAnswerTimeout()))
                .customer("?");

        assertThat(stage.ticket().deadline()).isNull();
        assertThat(stage.after(DAY.multipliedBy(365)).timePasses().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T004 an offer runs out at its deadline: the slot is free and the place in the queue kept")
    void an_offer_times_out() {
        Stage stage = Stage.ofDefaults()
                .customer("A person!", Heard.request())
                .afterSeconds(5)
                .offeredTo(SARAH);
        Instant enqueued = stage.handoff().enqueuedAt();
        Instant key = stage.handoff().orderKey();

        to(stage, stage.offer().deadline()).timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.TIMED_OUT);
        assertThat(stage.slots())
                .containsExactly(new SlotChange.Release(SARAH, stage.handoff().weight()));
        assertThat(stage.handoff().state()).isEqualTo(HandoffState.QUEUED);
        assertThat(stage.handoff().offer()).isNull();
        assertThat(stage.handoff().enqueuedAt()).isEqualTo(enqueued);
        assertThat(stage.handoff().orderKey()).isEqualTo(key);
        assertThat(stage.handoff().isCoolingDown(SARAH, stage.now())).isTrue();
    }

    @Test
    @DisplayName("T004 a late yes is accepted as long as nobody has noticed")
    void an_offer_is_accepted_after_its_deadline_while_nobody_has_noticed() {
        Stage stage = Stage.ofDefaults()
                .customer("A person!", Heard.request())
                .offeredTo(SARAH)
                .afterSeconds(31);

        stage.accepts(SARAH);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ACCEPTED);
        assertThat(stage.timePasses().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T067 an invitation that nobody takes ends after a day, the customer is told and answered again")
    void an_invitation_expires() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("A person!", Heard.request());
        Instant expiry = stage.now().plus(DAY);
        assertThat(stage.handoff().expiresAt()).isEqualTo(expiry);
        stage.ai("I can help meanwhile", 0.95);

        to(stage, expiry).timePasses();

        assertThat(stage.event(HandoffEvent.Closed.class).end()).isEqualTo(HandoffEnd.EXPIRED);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().escalation()).isNull();
        assertThat(stage.event(MessageEvent.SystemWrote.class).template()).isEqualTo("HAND_BACK");
        assertThat(stage.row().outbound()).hasSize(1);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.row().ai().ticket()).isNull();
    }

    @Test
    @DisplayName("T067 when the invitation ends, a question that nobody has answered goes to the AI")
    void an_expired_invitation_leaves_the_open_question_to_the_ai() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("?")
                .ai("a", 0.6)
                .customer("?")
                .ai("b", 0.6)
                .customer("?")
                .ai("c", 0.6);
        assertThat(stage.row().control()).isEqualTo(Control.INVITED);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);

        stage.after(DAY).timePasses();

        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
        assertThat(stage.ticket().message()).isEqualTo(stage.row().numbers().question());
    }

    @Test
    void an_invitation_that_somebody_took_does_not_expire() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("A person!", Heard.request())
                .offeredTo(SARAH)
                .accepts(SARAH);
        stage.when(
                Actor.SYSTEM,
                new HostInput.Acknowledges(stage.row().outbound().get(0).number()));
        assertThat(stage.handoff().expiresAt()).isNotNull();

        stage.after(DAY).timePasses();
        assertThat(stage.row().control()).isEqualTo(Control.HUMAN);
        assertThat(stage.row().assignee()).isEqualTo(SARAH);
    }

    @Test
    @DisplayName("T067 a direct handoff never ends by itself")
    void a_direct_handoff_waits_for_ever() {
        Stage stage = Stage.ofDefaults().customer("A person!", Heard.request());

        assertThat(stage.handoff().expiresAt()).isNull();
        stage.after(DAY.multipliedBy(30)).timePasses();
        assertThat(stage.handoff().isWaiting()).isTrue();
        assertThat(stage.row().flags().has(Flag.STUCK)).as("but people see it").isTrue();
    }

    @Test
    void everything_that_is_due_happens_at_once() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("A person!", Heard.request())
                .offeredTo(SARAH)
                .after(DAY);
        stage.timePasses();

        assertThat(stage.kinds())
                .contains(AnswerEvent.Failed.class, HandoffEvent.TimedOut.class, HandoffEvent.Closed.class);
        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, 20));
        assertThat(stage.row().handoff()).isNull();
    }
}
