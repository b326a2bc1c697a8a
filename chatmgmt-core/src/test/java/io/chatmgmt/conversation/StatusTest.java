package io.chatmgmt.conversation;

import static io.chatmgmt.conversation.AnyEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Status.PrimaryAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The status that a supervisor sees: the first row of the table that holds. */
class StatusTest {

    private static final Duration PENDING_AFTER = Duration.ofSeconds(30);
    private static final AgentId ANNA = AgentId.of("anna");

    private final ConversationDraft draft = opened();

    @Test
    void a_conversation_in_which_somebody_just_wrote_is_active() {
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flag.class,
            names = {"DELIVERY_FAILED", "AI_FAILURE"})
    void a_failure_of_delivery_or_of_the_ai_is_an_error(Flag flag) {
        draft.emit(new LifecycleEvent.FlagRaised(flag));
        assertThat(status()).isEqualTo(Status.ERROR);
        draft.emit(new LifecycleEvent.FlagCleared(flag));
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flag.class,
            names = {"DELIVERY_FAILED", "AI_FAILURE"})
    void an_error_outweighs_everything(Flag flag) {
        draft.emit(new LifecycleEvent.Resolved(Resolution.ASSUMED, null));
        draft.emit(new LifecycleEvent.FlagRaised(Flag.MANUAL));
        draft.emit(new LifecycleEvent.FlagRaised(flag));
        draft.lifecycle = Lifecycle.RESOLVED;
        assertThat(status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_resolved_conversation_is_resolved_whatever_is_flagged() {
        draft.emit(escalated());
        draft.emit(new LifecycleEvent.FlagRaised(Flag.LOW_CONFIDENCE));
        draft.emit(new LifecycleEvent.FlagRaised(Flag.MANUAL));
        draft.emit(new LifecycleEvent.Resolved(Resolution.HUMAN, ANNA));
        assertThat(draft.flags().asSet()).containsExactly(Flag.MANUAL);
        assertThat(status()).isEqualTo(Status.RESOLVED);
        assertThat(draft.build().status(START.plusSeconds(3_600), PENDING_AFTER))
                .isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void a_flag_does_to_the_status_what_its_weight_says(Flag flag) {
        draft.emit(new LifecycleEvent.FlagRaised(flag));
        Status expected = switch (flag.weight()) {
            case ADVICE -> Status.ACTIVE;
            case FLAGGED -> Status.FLAGGED;
            case ERROR -> Status.ERROR;
        };
        assertThat(status()).isEqualTo(expected);
    }

    @Test
    void an_escalation_is_flagged_until_a_person_answers_it() {
        draft.emit(escalated());
        assertThat(status()).isEqualTo(Status.FLAGGED);
        draft.emit(new HandoffEvent.Joined(1, "billing", 20));
        draft.emit(new HandoffEvent.Accepted(0, ANNA));
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void what_is_flagged_is_not_pending() {
        draft.emit(new LifecycleEvent.FlagRaised(Flag.GUARD_HIT));
        draft.lifecycle = Lifecycle.ON_HOLD;
        assertThat(draft.build().status(START.plusSeconds(3_600), PENDING_AFTER))
                .isEqualTo(Status.FLAGGED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Lifecycle.class,
            names = {"SNOOZED", "ON_HOLD"})
    void what_is_put_aside_is_pending(Lifecycle aside) {
        draft.lifecycle = aside;
        assertThat(status()).isEqualTo(Status.PENDING);
    }

    @Test
    void an_answer_that_waits_for_a_reviewer_makes_it_pending() {
        draft.emit(new AnswerEvent.Held(new HeldAnswer(
                1,
                1,
                1,
                2,
                Confidence.of(0.5),
                ConfidenceBand.LOW,
                "",
                List.of("LOW"),
                START,
                START.plusSeconds(60),
                HoldExpiry.FALLBACK,
                null)));
        assertThat(status()).isEqualTo(Status.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"0, ACTIVE", "29999, ACTIVE", "30000, PENDING", "30001, PENDING", "3600000, PENDING"})
    void silence_while_somebody_is_waited_for_makes_it_pending(long millis, Status expected) {
        assertThat(draft.build().status(START.plusMillis(millis), PENDING_AFTER))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(WaitingOn.class)
    void silence_matters_only_while_somebody_is_waited_for(WaitingOn waitingOn) {
        draft.waitingOn = waitingOn;
        assertThat(draft.build().status(START.plusSeconds(31), PENDING_AFTER))
                .isEqualTo(waitingOn == WaitingOn.NOBODY ? Status.ACTIVE : Status.PENDING);
    }

    @Test
    void writing_again_ends_the_silence() {
        Instant later = START.plusSeconds(100);
        ConversationDraft next = ConversationDraft.of(draft.build(), later, Actor.CUSTOMER);
        assertThat(next.build().status(later, PENDING_AFTER)).isEqualTo(Status.PENDING);
        next.emit(new MessageEvent.CustomerWrote(2, Placement.CURRENT, MessageSignals.NONE));
        assertThat(next.build().status(later, PENDING_AFTER)).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, VIEW", "PENDING, JOIN", "FLAGGED, HELP", "RESOLVED, REVIEW", "ERROR, VIEW"})
    void every_status_has_its_primary_action(Status status, PrimaryAction action) {
        assertThat(status.primaryAction()).isEqualTo(action);
    }

    private Status status() {
        return draft.build().status(START, PENDING_AFTER);
    }

    private static EscalationEvent escalated() {
        return new EscalationEvent.Raised(
                List.of(EscalationReason.escalate(ReasonCode.HUMAN_REQUEST, 1)), Level.L1, "billing", Priority.NORMAL);
    }

    private static ConversationDraft opened() {
        ConversationDraft draft =
                ConversationDraft.opening(ConversationId.of("c-1"), Customer.of("kim"), START, Actor.CUSTOMER);
        draft.emit(new LifecycleEvent.Opened(
                "web", Customer.Standing.REGULAR, CustomerHistory.NONE, ConversationLanguage.of("en", Source.DEFAULT)));
        draft.emit(new MessageEvent.CustomerWrote(1, Placement.CURRENT, MessageSignals.NONE));
        return draft;
    }
}
