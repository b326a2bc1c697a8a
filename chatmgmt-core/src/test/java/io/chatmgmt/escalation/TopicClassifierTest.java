package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.TextScanner;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicClassifierTest {

    /** The score from which a sensitive topic escalates by default. */
    private static final double SENSITIVE = 0.6;

    private static final TopicClassifier CLASSIFIER = TopicClassifier.ofDefaults();

    private static Optional<TopicGuess> classify(String text) {
        return CLASSIFIER.classify(new TextScanner().scan(text), Ear.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing_dispute|Why was I charged twice this month?",
                "billing_dispute|Ich wurde doppelt belastet",
                "billing_dispute|Me cobraron dos veces",
                "billing_dispute|我被重复扣款了",
                "refund|I want my money back",
                "refund|Je veux un remboursement",
                "refund|Верните деньги",
                "refund|返金してください",
                "legal|My lawyer will hear of this",
                "legal|Avukatıma danışacağım",
                "security|My account was hacked",
                "security|Ktoś się zalogował na moje konto",
                "complaint|I want to file a complaint",
                "complaint|Voglio presentare un reclamo",
                "refund|When do I get the restitution of my money?",
                "refund|I am still waiting for the rebate that you promised me",
                "complaint|How can a customer lodge a reclamation against your company?",
                "billing_dispute|There is a withdrawal that I did not authorise",
                "billing|Can I have an invoice?",
                "technical|I get an error message and the app crashes",
                "account|I forgot my password",
                "sales|Is there a discount or a free trial?"
            })
    void a_clear_phrase_decides_the_topic(String topic, String text) {
        assertThat(classify(text)).hasValueSatisfying(guess -> {
            assertThat(guess.code()).isEqualTo(topic);
            assertThat(guess.score()).isGreaterThanOrEqualTo(SENSITIVE);
            assertThat(guess.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security|My credit card was stolen, the number of my credit card is on the invoice",
                "billing_dispute|I want to contest one of the charges on my account, the account has two users and a password",
                "refund|Log in to my account, open my profile and my password settings: where is my refund?"
            })
    @DisplayName("C06: a clear word of a sensitive topic decides, whatever else the message is about")
    void a_sensitive_topic_is_not_outweighed(String topic, String text) {
        assertThat(classify(text))
                .hasValueSatisfying(guess -> assertThat(guess.code()).isEqualTo(topic));
    }

    @Test
    @DisplayName("C06: a mere hint of a sensitive topic does not outweigh what the message is clearly about")
    void a_hint_of_a_sensitive_topic_decides_nothing() {
        assertThat(classify("I forgot my password, is it safe to reset it?"))
                .hasValueSatisfying(guess -> assertThat(guess.code()).isEqualTo("account"));
    }

    @Test
    void a_mere_hint_scores_too_low_to_be_acted_on() {
        assertThat(classify("is it safe?"))
                .hasValueSatisfying(guess -> assertThat(guess.score()).isLessThan(SENSITIVE));
    }

    @Test
    void a_message_about_nothing_known_has_no_topic() {
        assertThat(classify("what a lovely morning")).isEmpty();
    }
}
