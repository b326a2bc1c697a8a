package io.chatmgmt.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.response.AiAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a turn in which the AI fails, or does not know what it says. */
class AiFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_answer_without_words_is_a_failure(String text) {
        Stage stage = Stage.ofDefaults().customer("?").ai(text, 0.99);

        assertThat(stage.event(AnswerEvent.Failed.class).failure()).isEqualTo(AiFailure.EMPTY);
        assertThat(stage.decisions()).containsExactly(DecisionKind.FALLBACK);
    }

    @Test
    @DisplayName("B07 the first failure is answered with a fallback, the next one calls a person instead")
    void a_fallback_never_comes_twice_in_a_row() {
        Stage stage = Stage.ofDefaults().customer("?").aiFails(AiFailure.ERROR);
        assertThat(stage.decisions()).containsExactly(DecisionKind.FALLBACK);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);

        stage.customer("??").aiFails(AiFailure.ERROR);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.caused(AnswerEvent.FellBack.class)).isFalse();
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_FAILURE);
    }

    @Test
    @DisplayName("B07 an answer in between makes the next fallback the first again")
    void an_answer_in_between_starts_the_count_again() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .aiFails(AiFailure.ERROR)
                .customer("??")
                .ai("Yes", 0.95)
                .customer("???")
                .aiFails(AiFailure.ERROR);

        assertThat(stage.decisions()).containsExactly(DecisionKind.FALLBACK);
    }

    @Test
    @DisplayName("B07 nor while a person has been invited and the AI goes on")
    void a_fallback_never_comes_twice_in_a_row_under_an_invitation() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("A person, please", Heard.request());
        assertThat(stage.row().control()).isEqualTo(Control.INVITED);
        stage.aiFails(AiFailure.ERROR);
        assertThat(stage.caused(AnswerEvent.FellBack.class)).isTrue();

        stage.customer("?").aiFails(AiFailure.ERROR);

        assertThat(stage.caused(AnswerEvent.FellBack.class)).isFalse();
        assertThat(stage.written()).isEmpty();
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
    }

    @Test
    @DisplayName("A16 a fatal failure calls a person at once")
    void a_fatal_failure_calls_a_person() {
        Stage stage = Stage.ofDefaults().customer("?").aiFails(AiFailure.FATAL);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.event(EscalationEvent.Raised.class).reasons().get(0).evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.fact()).isEqualTo("fatal_failure"));
    }

    @Test
    @DisplayName("A16 the next answer that goes out takes the error down")
    void the_next_answer_clears_the_error() {
        Stage stage = Stage.ofDefaults().customer("?").aiFails(AiFailure.ERROR);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();

        stage.customer("??").ai("Yes", 0.95);

        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
    }

    @Test
    @DisplayName("A16 the same answer twice in a row is a sign of confusion")
    void the_same_answer_twice_raises_a_flag() {
        AnswerSignals same = Heard.answerPrinted(4711);
        Stage stage = Stage.ofDefaults().customer("?").ai(AiAnswer.of("Under Billing", 0.95), same);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();

        stage.customer("??").ai(AiAnswer.of("Under Billing", 0.95), same);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();

        stage.customer("???").ai(AiAnswer.of("It is the second tab", 0.95), Heard.answerPrinted(4712));
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
    }

    @Test
    @DisplayName("A16 an answer in another language than the customer's is a sign of confusion")
    void an_answer_in_another_language_raises_a_flag() {
        Stage stage = Stage.ofDefaults().languageIs("de-AT").customer("Wo?");

        stage.ai(AiAnswer.of("Unter dem Menüpunkt Rechnungen", 0.95), Heard.answerIn("de", 0.9, 26));
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
        stage.customer("Wo?").ai(AiAnswer.of("Look here", 0.95), Heard.answerIn("en", 0.9, 8));
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isFalse();
        stage.customer("Wo?")
                .ai(AiAnswer.of("Look at the second tab of the page", 0.95), Heard.answerIn("en", 0.9, 27));
        assertThat(stage.row().flags().has(Flag.AI_FAILURE)).isTrue();
    }
}
