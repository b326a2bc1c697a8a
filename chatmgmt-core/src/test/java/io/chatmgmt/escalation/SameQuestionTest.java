package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.QuestionPrint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SameQuestionTest {

    private static final EscalationPolicy.RepeatedQuestion DEFAULTS =
            EscalationPolicy.ofDefaults().repeatedQuestion();

    private static boolean same(QuestionPrint one, QuestionPrint other) {
        boolean same = SameQuestion.isSame(one, other, DEFAULTS);
        assertThat(SameQuestion.isSame(other, one, DEFAULTS)).isEqualTo(same);
        return same;
    }

    @Test
    void four_of_five_words_are_the_same_question() {
        assertThat(same(QuestionPrint.of(1, 2, 3, 4), QuestionPrint.of(1, 2, 3, 4, 5)))
                .isTrue();
        assertThat(same(QuestionPrint.of(1, 2, 3, 4), QuestionPrint.of(1, 2, 3, 4, 5, 6)))
                .isFalse();
    }

    @Test
    void with_three_words_only_the_same_words_are_the_same_question() {
        assertThat(same(QuestionPrint.of(1, 2, 3), QuestionPrint.of(3, 2, 1))).isTrue();
        assertThat(same(QuestionPrint.of(1, 2, 3), QuestionPrint.of(1, 2, 3, 4)))
                .isFalse();
    }

    @Test
    void a_policy_can_ask_for_less() {
        EscalationPolicy.RepeatedQuestion half =
                new EscalationPolicy.RepeatedQuestion(3, 0.5, 1, 2, Duration.ofSeconds(5));
        assertThat(SameQuestion.isSame(QuestionPrint.of(1, 2), QuestionPrint.of(1, 2, 3, 4), half))
                .isTrue();
    }
}
