package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.TextScanner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanRequestDetectorTest {

    private static final HumanRequestDetector DETECTOR = HumanRequestDetector.ofDefaults();

    private static Signal detect(String text, String language) {
        return DETECTOR.detect(new TextScanner().scan(text), language);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "requests.csv", delimiter = '|')
    void a_clear_request_is_strong_in_every_language(String language, String text) {
        assertThat(detect(text, language).strength()).isEqualTo(Strength.STRONG);
        assertThat(detect(text, Ear.UNDETERMINED).strength()).isEqualTo(Strength.STRONG);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "no-requests.csv", delimiter = '|')
    void a_declined_request_or_a_mere_mention_is_none(String language, String text) {
        assertThat(detect(text, language).heard()).isFalse();
        assertThat(detect(text, language).score()).isLessThan(Signal.OPERATING_POINT);
    }

    @ParameterizedTest
    @DisplayName("T072: a bare \"agent\" is weak")
    @ValueSource(strings = {"agent", "Support?", "human", "AGENT!", "the manager", "operator"})
    void a_bare_word_is_weak(String text) {
        assertThat(detect(text, "en").strength()).isEqualTo(Strength.WEAK);
    }

    @Test
    @DisplayName("C18: what no word of a message speaks for is not heard in it")
    void what_no_word_speaks_for_is_not_heard() {
        assertThat(detect("\uad88\u1141", "en").heard()).isFalse();
    }

    @Test
    @DisplayName("T070: a quoted request is not the customer's")
    void a_quoted_request_is_not_the_customers() {
        assertThat(detect("Your site says “talk to a real person” but how?", "en")
                        .heard())
                .isFalse();
        assertThat(detect("> get me a human\nwhat does that mean?", "en").heard())
                .isFalse();
    }

    @Test
    void the_evidence_points_at_the_words_that_decided() {
        String text = "Hello. Can I speak to a human, please?";
        assertThat(detect(text, "en").evidence())
                .extracting(span -> span.of(text))
                .containsExactly("speak to a human", "human, please");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i'd feel much better having a conversation with somebody from your team",
                "how could I reach out to somebody from your billing staff about it",
                "let me discuss it with a member of the billing staff"
            })
    void a_request_in_words_that_no_phrase_has_is_heard_with_its_evidence(String text) {
        Signal signal = detect(text, "en");
        assertThat(signal.heard()).isTrue();
        assertThat(signal.score()).isBetween(Signal.OPERATING_POINT, 1.0);
        assertThat(signal.evidence())
                .isNotEmpty()
                .allSatisfy(span -> assertThat(text).contains(span.of(text)));
    }

    @Test
    void a_mention_of_customer_service_is_weak_and_below_the_operating_point() {
        Signal signal = detect("at what time can I speak to customer service on Sundays?", "en");
        assertThat(signal.strength()).isEqualTo(Strength.WEAK);
        assertThat(signal.score()).isLessThan(Signal.OPERATING_POINT);
    }

    @Test
    void nearer_misses_score_higher() {
        assertThat(detect("who can I ask about this?", "en").score())
                .isGreaterThan(detect("where is my parcel?", "en").score());
    }
}
