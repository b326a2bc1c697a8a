package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.escalation.HumanRequestDetector;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * How well requests for a person are heard, on texts that the weights were not learned from: five times a model is learned from
 * four fifths of the data, and measured on the rest. The lexicons were written with the data in sight.
 */
@Tag("accuracy")
class HumanRequestAccuracyTest {

    private static final Map<String, Measures> MEASURES = new TreeMap<>();

    @BeforeAll
    static void measure() {
        CrossValidation.start();
        for (int fold = 0; fold < Fold.COUNT; fold++) {
            HumanRequestDetector detector = Detectors.humanRequests(CrossValidation.model(fold));
            for (String set : List.of("nlupp", "ask_human_multi", "bitext_cs", "banking77", "clinc150")) {
                for (JsonNode record : Dataset.read(set)) {
                    if (fold == fold(set, record)) {
                        measure(detector, set, record);
                    }
                }
            }
        }
        MEASURES.values().forEach(System.out::println);
    }

    private static int fold(String set, JsonNode record) {
        return set.equals("nlupp") ? HumanRequestTexts.nluppFold(record) : Fold.of(HumanRequestTexts.text(record));
    }

    private static void measure(HumanRequestDetector detector, String set, JsonNode record) {
        ScannedText text = new TextScanner().scan(HumanRequestTexts.text(record));
        Signal signal = detector.detect(text, Detectors.language(text));
        names(set, record)
                .forEach(name -> MEASURES.computeIfAbsent("asks for a human, " + name, Measures::new)
                        .add(
                                HumanRequestTexts.asks(set, record),
                                signal.score(),
                                signal.score() >= Signal.OPERATING_POINT));
    }

    private static Stream<String> names(String set, JsonNode record) {
        if (!set.equals("ask_human_multi")) {
            return Stream.of(set.equals("banking77") || set.equals("clinc150") ? "banking77 and clinc150" : set);
        }
        String language = record.get("lang").asString();
        return language.equals("en")
                ? Stream.of("ask_human_multi en")
                : Stream.of("ask_human_multi " + language, "ask_human_multi other languages");
    }

    private static Measures of(String name) {
        return MEASURES.get("asks for a human, " + name);
    }

    @Test
    @DisplayName("C04: requests in long sentences are heard")
    void requests_in_long_sentences_are_heard() {
        assertThat(of("nlupp").f1()).isGreaterThan(0.91);
        assertThat(of("nlupp").auc()).isGreaterThan(0.98);
    }

    @Test
    @DisplayName("C04: requests are heard in six languages")
    void requests_are_heard_in_six_languages() {
        assertThat(of("ask_human_multi en").f1()).isGreaterThan(0.9);
        assertThat(of("ask_human_multi other languages").f1()).isGreaterThan(0.92);
    }

    @Test
    @DisplayName("C04: a person is told from customer service, colloquial and mistyped messages included")
    void a_person_is_told_from_customer_service() {
        assertThat(of("bitext_cs").f1()).isGreaterThan(0.95);
    }

    @Test
    @DisplayName("C04: other messages are not taken for requests")
    void other_messages_are_not_taken_for_requests() {
        assertThat(of("banking77 and clinc150").falseAlarms()).isLessThan(0.001);
    }
}
