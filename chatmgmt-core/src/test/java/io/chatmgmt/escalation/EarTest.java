package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.conversation.TopicGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {

    private static final Ear EAR = Ear.ofDefaults();

    private static String heard(MessageSignals signals) {
        return signals.asksForHuman() + " " + signals.frustration() + " " + signals.smallTalk() + " "
                + signals.language() + " " + signals.topic() + " "
                + signals.question().map(print -> List.of(print.words()[0], print.size()));
    }

    @Test
    void one_message_is_heard_by_every_detector() {
        MessageSignals signals = EAR.hear("This is awful. I was charged twice, get me a real person!", "en");
        assertThat(signals.asksForHuman().strength()).isEqualTo(Strength.STRONG);
        assertThat(signals.frustration().strength()).isEqualTo(Strength.STRONG);
        assertThat(signals.smallTalk()).isEqualTo(SmallTalk.NONE);
        assertThat(signals.language()).map(LanguageGuess::tag).contains("en");
        assertThat(signals.topic()).map(TopicGuess::code).contains("billing_dispute");
        assertThat(signals.question()).isPresent();
    }

    @Test
    void an_empty_message_says_nothing() {
        MessageSignals signals = EAR.hear("", Ear.UNDETERMINED);
        assertThat(heard(signals)).isEqualTo(heard(MessageSignals.NONE));
    }

    @ParameterizedTest
    @DisplayName("T071: small talk and emoji ask nothing, however often")
    @ValueSource(strings = {"hello", "Hello!", "ok", "thanks a lot", "👍", "😀", "hola", "danke", "はい"})
    void small_talk_asks_nothing(String text) {
        assertThat(EAR.hear(text, "en").question()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("T071: the same question again, in other case, accents, order or small words")
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order?|where is my ORDER",
                "Where is my order?|Please, where is the order?!",
                "¿Dónde está mi pedido?|donde esta mi pedido",
                "How do I change the delivery address of my order?|I'd like to know how to change the delivery address of my order",
                "我的订单在哪里？|请问我的订单在哪里"
            })
    void the_same_question_is_a_repeat(String first, String again) {
        assertThat(EAR.likeness(first, again).repeated()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("T071: another question, or none, is no repeat")
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order?|When is my order due?",
                "Where is my order?|Where is my invoice?",
                "hello|hello",
                "ok|ok",
                "How do I change my delivery address?|How do I change my payment method?"
            })
    void another_question_is_no_repeat(String first, String other) {
        assertThat(EAR.likeness(first, other).repeated()).isFalse();
    }

    @Test
    @DisplayName("T156: \"ok\" in a Spanish conversation has no language of its own")
    void ok_has_no_language_of_its_own() {
        assertThat(EAR.hear("ok", "es").language()).isEmpty();
    }

    @Test
    void a_clear_message_is_read_in_its_own_language_whatever_the_conversations() {
        assertThat(EAR.hear("Ich bin wirklich nicht wütend auf Sie", "en")
                        .frustration()
                        .heard())
                .isFalse();
        assertThat(EAR.hear("no es terrible", "es-MX").frustration().heard()).isFalse();
    }

    @Test
    void the_language_of_an_answer_is_detected_without_anything_else() {
        assertThat(EAR.language("Ihre Bestellung ist unterwegs"))
                .map(LanguageGuess::tag)
                .contains("de");
        assertThat(EAR.language("ok")).isEmpty();
    }

    @Test
    void every_detector_can_be_replaced() {
        Signal signal = new Signal(0.5, Strength.WEAK, List.of());
        LanguageGuess guess = new LanguageGuess("xx", 1, 3);
        TopicGuess topic = new TopicGuess("pets", 1, List.of());
        List<String> languages = new ArrayList<>();
        Ear ear = Ear.builder()
                .languageDetector(text -> Optional.of(guess))
                .humanRequestDetector((text, language) -> signal)
                .frustrationDetector((text, language) -> signal)
                .topicClassifier((text, language) -> Optional.of(topic))
                .smallTalkDetector((text, language) -> {
                    languages.add(language);
                    return SmallTalk.CLOSING;
                })
                .build();
        MessageSignals signals = ear.hear("a word", "en");
        assertThat(signals.asksForHuman()).isSameAs(signal);
        assertThat(signals.frustration()).isSameAs(signal);
        assertThat(signals.language()).contains(guess);
        assertThat(signals.topic()).contains(topic);
        assertThat(signals.smallTalk()).isEqualTo(SmallTalk.CLOSING);
        assertThat(languages).containsExactly("xx");
    }

    @Test
    void a_detector_of_the_host_that_throws_has_heard_nothing() {
        Ear ear = Ear.builder()
                .languageDetector(text -> failing())
                .humanRequestDetector((text, language) -> failing())
                .frustrationDetector((text, language) -> failing())
                .topicClassifier((text, language) -> failing())
                .smallTalkDetector((text, language) -> failing())
                .build();
        String text = "This is awful. I was charged twice, get me a real person!";
        assertThat(ear.failedDetectors()).isEmpty();
        for (int message = 0; message < 3; message++) {
            MessageSignals signals = ear.hear(text, "en");
            assertThat(signals.asksForHuman()).isEqualTo(Signal.NONE);
            assertThat(signals.frustration()).isEqualTo(Signal.NONE);
            assertThat(signals.smallTalk()).isEqualTo(SmallTalk.NONE);
            assertThat(signals.language()).isEmpty();
            assertThat(signals.topic()).isEmpty();
            assertThat(signals.question()).as("the others still hear").isPresent();
            assertThat(ear.hearAnswer(text).language()).isEmpty();
            assertThat(ear.language(text)).isEmpty();
        }
        assertThat(ear.failedDetectors()).hasSize(5).allMatch(detector -> detector.startsWith(EarTest.class.getName()));
    }

    private static <T> T failing() {
        throw new IllegalStateException("cannot read what the customer wrote");
    }

    @Test
    void limited_languages_are_the_only_ones_heard() {
        Ear ear = Ear.builder().languages(List.of("en", "de")).build();
        assertThat(ear.hear("Quiero un reembolso de mi dinero", "en").topic()).isEmpty();
        assertThat(ear.hear("Ich möchte mit einem Menschen sprechen", "en")
                        .asksForHuman()
                        .strength())
                .isEqualTo(Strength.STRONG);
    }

    @Test
    void many_threads_hear_what_one_hears() throws InterruptedException, ExecutionException {
        List<String> texts = List.of(
                "Where is my order? This is terrible!",
                "Quiero hablar con un humano",
                "ok",
                "“terrible” `code` https://example.com 😡",
                "转人工客服 " + "你好".repeat(300),
                "x".repeat(5_000));
        List<String> expected =
                texts.stream().map(text -> heard(EAR.hear(text, "en"))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(threads.submit(() -> {
                    List<String> last = List.of();
                    for (int round = 0; round < 200; round++) {
                        last = texts.stream()
                                .map(text -> heard(EAR.hear(text, "en")))
                                .toList();
                        assertThat(last).isEqualTo(expected);
                    }
                    return last;
                }));
            }
            for (Future<List<String>> one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
