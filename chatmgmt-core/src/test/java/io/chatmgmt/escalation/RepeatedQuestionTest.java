package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.language.TextScanner;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("C02: a question asked again")
class RepeatedQuestionTest {

    private static final Ear EAR = Ear.ofDefaults();

    @ParameterizedTest
    @DisplayName("T071: a paraphrase is a repeat")
    @CsvSource(delimiter = '|', textBlock = """
            I am still waiting for my new card to arrive | My new card has still not arrived, when will it come?
            How can I change the PIN of my bank card?    | I would like to change my card PIN, how do I do that?
            How long does it take to get a refund for a cancelled order? | When do I get the refund for the order that I cancelled?
            What exchange rate do you use for my card abroad? | Which exchange rate applies when I use the card abroad?
            Can you cancel the order that I placed yesterday? | I want to cancel yesterday's order please, how do I do it?
            """)
    void a_paraphrase_is_a_repeat(String first, String again) {
        Likeness likeness = EAR.likeness(first, again);

        assertThat(likeness.repeated()).isTrue();
        assertThat(likeness.score()).isBetween(0.7, 1.0);
        assertThat(EAR.likeness(again, first)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @DisplayName("T071: the same words about something else are no repeat")
    @CsvSource(delimiter = '|', textBlock = """
            How do I cancel my order from Monday?         | How do I track my order from Monday?
            What is the exchange rate for dollars today?  | Why was my card declined at the shop today?
            Can I pay my invoice by credit card?          | Can I block my credit card?
            """)
    void the_same_words_about_something_else_are_no_repeat(String first, String other) {
        assertThat(EAR.likeness(first, other).repeated()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("T071: in other languages the words decide, whatever their accents, case and punctuation")
    @CsvSource(delimiter = '|', textBlock = """
            Straße 12 nicht gefunden: wo ist das Paket?  | STRASSE 12 nicht gefunden, wo ist das Paket
            ¿Por qué me cobraron dos veces la factura?   | por que me cobraron dos veces la factura
            私の荷物はどこですか、教えてください!            | 私の荷物はどこですか教えてください
            """)
    void in_other_languages_the_words_decide(String first, String again) {
        assertThat(EAR.likeness(first, again)).isEqualTo(new Likeness(1, true));
    }

    @Test
    @DisplayName("T071: three wordings of one question call a person, and the reason says how near they are")
    void three_wordings_of_one_question_call_a_person() {
        Scenario.ofDefaults()
                .customer("How can I change the PIN of my bank card?")
                .ai("In the app, under Cards.", 0.95)
                .after(Duration.ofSeconds(30))
                .customer("I would like to change my card PIN, how do I do that?")
                .ai("Choose the card, then PIN.", 0.95)
                .after(Duration.ofSeconds(30))
                .customer("Where do I change the PIN of my card please?")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectReason(ReasonCode.REPEATED_QUESTION);
    }

    @Test
    void a_nearness_of_1_leaves_it_to_the_words() {
        EscalationPolicy.RepeatedQuestion words =
                new EscalationPolicy.RepeatedQuestion(3, 0.8, 1, 4, Duration.ofSeconds(5));
        QuestionPrint one = QuestionPrint.of(1, 2, 3, 4).meaning(-1, 7);
        QuestionPrint other = QuestionPrint.of(5, 6, 7, 8).meaning(-1, 3);

        assertThat(SameQuestion.isSame(one, other, EscalationPolicy.ofDefaults().repeatedQuestion()))
                .isTrue();
        assertThat(SameQuestion.isSame(one, other, words)).isFalse();
    }

    @Test
    void prints_stay_what_they_are_from_release_to_release() {
        assertThat(print("How can I change the PIN of my bank card?", "en"))
                .isEqualTo(QuestionPrint.of(-973009669, -922822409, -100840244, 338212253, 1851854253)
                        .meaning(0xa84117ecaa3e859eL, 0x5410cc03ae0857dfL));
        assertThat(print("Kje je moja pošiljka?", "sl"))
                .isEqualTo(QuestionPrint.of(-1956089787, -128946295, 1052892376, 1534829414)
                        .meaning(0xdab7dce49e86fbdeL, 0xb75ef33b79fb84e7L));
    }

    private static QuestionPrint print(String text, String language) {
        return QuestionPrinter.ofDefaults()
                .print(new TextScanner().scan(text), language)
                .orElseThrow();
    }
}
