package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.OverrideAction;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.policy.GovernancePolicy.Mode;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.ResponsePolicy.AiSwitch;
import io.chatmgmt.response.ResponsePolicy.NewerMessage;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reviewers, or time, do with held answers; and answers that are corrected after they were sent. */
class ReviewingTest {

    private static Stage held() {
        return held(Stage.ofDefaults());
    }

    private static Stage held(Stage stage) {
        return stage.reviewersOnline(1)
                .customer("Can I cancel?")
                .ai("Perhaps you can", 0.5)
                .afterSeconds(12);
    }

    @Test
    void an_approved_answer_goes_out_as_it_stood() {
        Stage stage = held().reviews(ReviewAction.APPROVE, "");

        assertThat(stage.decisions()).containsExactly(DecisionKind.APPROVED);
        AnswerEvent.Reviewed ledger = stage.event(AnswerEvent.Reviewed.class);
        assertThat(ledger.action()).isEqualTo(ReviewAction.APPROVE);
        assertThat(ledger.change()).isZero();
        assertThat(ledger.after()).isEqualTo(Duration.ofSeconds(12));
        assertThat(stage.written()).singleElement().satisfies(text -> {
            assertThat(text.content()).isEqualTo("Perhaps you can");
            assertThat(text.kind()).isEqualTo(TextKind.MESSAGE);
            assertThat(text.author()).isEqualTo(Actor.AI);
        });
        assertThat(stage.row().ai().held()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.row().counts().ai()).isEqualTo(1);
        assertThat(stage.row().outbound()).hasSize(1);
    }

    @Test
    void an_edited_answer_keeps_the_original_and_how_much_was_changed() {
        Stage stage = held().reviews(ReviewAction.EDIT, "Yes, you can");

        assertThat(stage.decisions()).containsExactly(DecisionKind.EDITED);
        assertThat(stage.event(AnswerEvent.Reviewed.class).change()).isBetween(0.1, 0.9);
        assertThat(stage.text(2).content()).isEqualTo("Perhaps you can");
        assertThat(stage.text(2).kind()).isEqualTo(TextKind.DRAFT);
        assertThat(stage.text(3).content()).isEqualTo("Yes, you can");
        assertThat(stage.text(3).refersTo()).isEqualTo(2);
    }

    @Test
    void a_replaced_answer_is_the_reviewers_own() {
        Stage stage = held().reviews(ReviewAction.REPLACE, "Yes. I am Rae, by the way.");

        assertThat(stage.decisions()).containsExactly(DecisionKind.REPLACED);
        assertThat(stage.event(AnswerEvent.Replaced.class).agent()).isEqualTo(AgentId.of("rae"));
        assertThat(stage.text(3).author()).isEqualTo(Actor.agent("rae"));
        assertThat(stage.row().counts().agent()).isEqualTo(1);
        assertThat(stage.row().counts().ai()).isZero();
    }

    @Test
    void a_discarded_answer_gives_way_to_a_fallback_of_its_own() {
        Stage stage = held().reviews(ReviewAction.DISCARD, "");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DISCARD, DecisionKind.FALLBACK);
        assertThat(stage.event(AnswerEvent.Reviewed.class).change()).isEqualTo(1, within(0.0));
        assertThat(stage.event(AnswerEvent.FellBack.class).code()).isEqualTo(ReasonCode.ANSWER_DISCARDED);
    }

    @Test
    @DisplayName("A16 two fallbacks in a row raise a flag and call a person")
    void two_discarded_answers_in_a_row_call_a_person() {
        Stage stage = held().reviews(ReviewAction.DISCARD, "")
                .customer("So can I?")
                .ai("Who knows", 0.5)
                .reviews(ReviewAction.DISCARD, "");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DISCARD, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();
    }

    @Test
    void a_policy_may_call_a_person_for_a_discarded_answer() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.onDiscard(HoldExpiry.ESCALATE))))
                .reviews(ReviewAction.DISCARD, "");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DISCARD, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.ANSWER_DISCARDED);
    }

    @Test
    void a_remark_is_kept_as_a_text() {
        Stage stage = held();
        stage.when(
                Actor.agent("rae"),
                new PersonInput.Reviews(
                        AgentId.of("rae"), 1, ReviewAction.DISCARD, "", "", OverrideReason.OTHER, "Off topic"));

        int remark = stage.event(AnswerEvent.Reviewed.class).remark();
        assertThat(stage.text(remark).kind()).isEqualTo(TextKind.REASON);
        assertThat(stage.text(remark).content()).isEqualTo("Off topic");
    }

    @ParameterizedTest
    @EnumSource(ReviewAction.class)
    @DisplayName("T079 the second reviewer loses, whatever they do")
    void the_second_reviewer_loses(ReviewAction action) {
        Stage stage = held();
        int ticket = stage.held().ticket();
        stage.reviews(ReviewAction.APPROVE, "");

        assertThat(stage.reviews(ticket, action, "Other words").outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    @DisplayName("T079 a review after the epoch changed loses: the answer is stale")
    void a_review_after_the_epoch_changed_loses() {
        Stage stage = held();
        int ticket = stage.held().ticket();
        stage.joins(SARAH);
        assertThat(stage.event(AnswerEvent.WentStale.class).cause()).isEqualTo(StaleCause.EPOCH);

        assertThat(stage.reviews(ticket, ReviewAction.APPROVE, "").outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void a_newer_message_makes_a_held_answer_stale() {
        Stage stage = held();
        int ticket = stage.held().ticket();

        stage.customer("Never mind, something else");

        assertThat(stage.event(AnswerEvent.WentStale.class).cause()).isEqualTo(StaleCause.NEWER_MESSAGE);
        assertThat(stage.row().ai().held()).isNull();
        assertThat(stage.reviews(ticket, ReviewAction.APPROVE, "").outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void a_patient_policy_keeps_the_held_answer_and_asks_again_once_it_is_out() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND))))
                .customer("And when?");
        assertThat(stage.row().ai().ticket()).isNull();
        int second = stage.row().numbers().question();

        stage.reviews(ReviewAction.APPROVE, "");

        assertThat(stage.ticket().message()).isEqualTo(second);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
    }

    @Test
    void a_newer_message_waits_for_the_ai_again_when_the_answer_was_held_after_it() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND)))
                .reviewersOnline(1)
                .customer("Can I cancel?")
                .customer("And when?")
                .ai("Perhaps you can", 0.5);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);

        stage.reviews(ReviewAction.APPROVE, "");

        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
        assertThat(stage.ticket().message()).isEqualTo(2);
    }

    @Test
    void a_newer_message_goes_to_people_when_the_ai_has_been_silenced_meanwhile() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND))))
                .customer("And when?")
                .underPolicy(policy -> policy.response(r -> r.ai(AiSwitch.OFF)))
                .reviews(ReviewAction.APPROVE, "");

        assertThat(stage.decisions())
                .containsExactly(DecisionKind.APPROVED, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_SILENT);
    }

    @Test
    void a_patient_policy_asks_again_after_a_discarded_answer_too() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND))))
                .customer("And when?")
                .reviews(ReviewAction.DISCARD, "");

        assertThat(stage.caused(AnswerEvent.TicketIssued.class)).isTrue();
    }

    @Test
    void a_turn_that_the_ai_asked_for_meanwhile_outlives_the_review() {
        Stage stage = held().aiWantsTurn();
        Ticket second = stage.ticket();

        stage.reviews(ReviewAction.APPROVE, "");
        assertThat(stage.ticket()).isEqualTo(second);
        stage.ai(second, AiAnswer.of("And another thing", 0.95));

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().counts().ai()).isEqualTo(2);
    }

    @Test
    @DisplayName("T079 a held answer is not due just before its deadline, and is at it")
    void a_held_answer_expires_at_its_deadline() {
        Stage stage = held();
        stage.after(Duration.between(stage.now(), stage.held().deadline()).minusNanos(1_000));
        assertThat(stage.timePasses().outcome()).isInstanceOf(Outcome.Unchanged.class);

        stage.after(Duration.ofNanos(1_000)).timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED);
        assertThat(stage.row().flags().has(Flag.HOLD_EXPIRED)).isTrue();
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.content()).isEqualTo("Perhaps you can"));
        assertThat(stage.row().outbound()).hasSize(1);
    }

    @Test
    void the_expiry_that_the_policy_named_when_it_was_held_stands() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.onExpiry(HoldExpiry.FALLBACK))))
                .underPolicy(policy -> policy.response(r -> r.onExpiry(HoldExpiry.SEND)))
                .afterSeconds(60)
                .timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED, DecisionKind.FALLBACK);
    }

    @Test
    void an_expiry_may_call_a_person() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.onExpiry(HoldExpiry.ESCALATE))))
                .afterSeconds(60)
                .timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.HOLD_EXPIRED);
        assertThat(stage.row().control()).isEqualTo(Control.HUMAN);
    }

    @Test
    @DisplayName("B03 a draft never goes out unseen, however long it waits: a person is called")
    void a_draft_never_goes_out_unseen() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.posture(Posture.DRAFT_ONLY))))
                .afterSeconds(60)
                .timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().counts().ai()).isZero();
    }

    @Test
    @DisplayName("T164 a kill switch that flips while an answer is held keeps it from going out by itself")
    void a_silenced_ai_does_not_speak_by_expiry() {
        Stage stage = held().underPolicy(policy -> policy.response(r -> r.ai(AiSwitch.OFF)))
                .afterSeconds(60)
                .timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().counts().ai()).isZero();
    }

    @Test
    void a_held_answer_goes_out_when_decisions_are_only_watched_from_now_on() {
        Stage stage = held(Stage.under(policy -> policy.response(r -> r.onExpiry(HoldExpiry.ESCALATE))))
                .underPolicy(policy -> policy.mode(Mode.SHADOW))
                .afterSeconds(60)
                .timePasses();

        assertThat(stage.decisions()).containsExactly(DecisionKind.EXPIRED);
        assertThat(stage.row().counts().ai()).isEqualTo(1);
    }

    @Test
    @DisplayName("A16 an answer that a reviewer sends takes the error down like any other")
    void a_reviewed_answer_clears_the_error() {
        Stage stage = Stage.ofDefaults()
                .reviewersOnline(1)
                .customer("Hello?")
                .aiFails(AiFailure.ERROR)
                .customer("Can I cancel?")
                .ai("Perhaps", 0.5);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();

        stage.reviews(ReviewAction.APPROVE, "");

        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
    }

    private static final PersonInput.SentAnswer NO =
            new PersonInput.SentAnswer(1, 2, "No", Stage.START, ConfidenceBand.HIGH, "m-1");

    @Test
    @DisplayName("B16 a correction refers to the answer, is counted as the person's and marks it for training")
    void an_answer_that_was_sent_is_corrected() {
        Stage stage = Stage.ofDefaults().customer("Can I cancel?").ai("No", 0.95);
        stage.when(
                Actor.agent("rae"),
                new PersonInput.Corrects(AgentId.of("rae"), NO, "Yes", OverrideReason.INCORRECT, ""));

        assertThat(stage.kinds()).contains(AnswerEvent.Corrected.class, ReviewEvent.MarkedForTraining.class);
        assertThat(stage.event(ReviewEvent.Entered.class).entry()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(OverrideAction.CORRECTED);
            assertThat(entry.original()).isEqualTo(2);
            assertThat(entry.model()).isEqualTo("m-1");
        });
        assertThat(stage.event(AnswerEvent.Corrected.class).change()).isEqualTo(1, within(0.0));
        assertThat(stage.written()).singleElement().satisfies(text -> {
            assertThat(text.kind()).isEqualTo(TextKind.CORRECTION);
            assertThat(text.refersTo()).isEqualTo(2);
            assertThat(text.content()).isEqualTo("I have to correct something that was said earlier: Yes");
        });
        assertThat(stage.row().counts().agent()).isEqualTo(1);
        assertThat(stage.row().outbound()).hasSize(1);

        stage.resolves()
                .when(
                        Actor.agent("rae"),
                        new PersonInput.Corrects(AgentId.of("rae"), NO, "Yes", OverrideReason.INCORRECT, ""));
        assertThat(stage.outcome()).isInstanceOf(Outcome.Lost.class);
    }
}
