package io.chatmgmt.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {

    @ParameterizedTest
    @CsvSource({"0, true", "0.5, true", "0.6999, true", "0.7, false", "0.70, false", "0.7001, false", "1, false"})
    @DisplayName("T069 0.70 is not low, 0.6999 is")
    void the_threshold_itself_is_not_low(double value, boolean low) {
        assertThat(Confidence.of(value).isBelow(0.70)).isEqualTo(low);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                -0.0001,
                1.0001,
                -1,
                70,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -Double.MIN_VALUE
            })
    @DisplayName("T069 what is no share of one is rejected")
    void what_is_no_share_of_one_is_rejected(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confidence.of(value))
                .withMessageContaining("confidence");
    }

    @Test
    @DisplayName("T069 unknown is neither low nor high")
    void unknown_is_neither_low_nor_high() {
        Confidence unknown = Confidence.unknown();
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.value()).isEmpty();
        assertThat(unknown.isBelow(1)).isFalse();
        assertThat(unknown).isEqualTo(Confidence.unknown()).isNotEqualTo(Confidence.of(0));
        assertThat(unknown).hasToString("unknown");
    }

    @Test
    void the_limits_are_known_confidences() {
        assertThat(Confidence.of(0).value()).hasValue(0);
        assertThat(Confidence.of(1).value()).hasValue(1);
        assertThat(Confidence.of(0.25)).isEqualTo(Confidence.of(0.25)).hasSameHashCodeAs(Confidence.of(0.25));
    }

    @Test
    void no_mean_counts_an_unknown_confidence() {
        ConfidenceSummary summary = ConfidenceSummary.NONE.plus(Confidence.unknown());
        assertThat(summary).isEqualTo(ConfidenceSummary.NONE);
        assertThat(summary.mean()).isEmpty();

        summary = summary.plus(Confidence.of(0.4)).plus(Confidence.unknown()).plus(Confidence.of(0.8));
        assertThat(summary.count()).isEqualTo(2);
        assertThat(summary.last()).isEqualTo(0.8);
        assertThat(summary.mean().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    @DisplayName("T069 a streak grows, stays or ends as the answer says")
    void a_streak_grows_stays_or_ends_as_the_answer_says() {
        ConversationDraft draft =
                ConversationDraft.opening(ConversationId.of("c"), Customer.of("kim"), AnyEvent.START, Actor.AI);
        draft.emit(proposed(1, Confidence.of(0.6), StreakEffect.GROWS));
        draft.emit(proposed(2, Confidence.of(0.5), StreakEffect.GROWS));
        assertThat(streak(draft)).containsExactly(1, 2);
        draft.emit(proposed(3, Confidence.unknown(), StreakEffect.STAYS));
        assertThat(streak(draft)).containsExactly(1, 2);
        draft.emit(proposed(4, Confidence.of(0.9), StreakEffect.ENDS));
        assertThat(streak(draft)).isEmpty();
        draft.emit(proposed(5, Confidence.of(0.1), StreakEffect.GROWS));
        assertThat(streak(draft)).containsExactly(5);
    }

    private static AnswerEvent proposed(int text, Confidence confidence, StreakEffect streak) {
        return new AnswerEvent.Proposed(text, text, confidence, ConfidenceBand.LOW, "", 0, streak, 0);
    }

    private static List<Integer> streak(ConversationDraft draft) {
        return draft.triggers().lowAnswers().stream().map(LowAnswer::message).toList();
    }
}
