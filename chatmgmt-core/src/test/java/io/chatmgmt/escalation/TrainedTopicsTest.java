package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.TextScanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A17: the topic classifier that a host fits to its own history")
class TrainedTopicsTest {

    private static final List<TopicExample> HISTORY = history();
    private static final TrainedTopics MODEL = TrainedTopics.train(HISTORY);

    /** Each thing with each ending: enough to tell the things, and too little for the endings to matter. */
    private static List<TopicExample> history() {
        List<TopicExample> history = new ArrayList<>();
        for (String ending : List.of("please", "now", "what can I do", "is broken", "does not work", "I am waiting")) {
            history.add(new TopicExample("my parcel " + ending, "shipping"));
            history.add(new TopicExample("die Lieferung " + ending, "shipping"));
            history.add(new TopicExample("the invoice " + ending, "billing"));
            history.add(new TopicExample("請求書 " + ending, "billing"));
            history.add(new TopicExample("пароль " + ending, "account"));
            history.add(new TopicExample("a joke " + ending, null));
        }
        return history;
    }

    private static Optional<String> topic(TopicClassifier classifier, String text) {
        return guess(classifier, text).map(TopicGuess::code);
    }

    private static Optional<TopicGuess> guess(TopicClassifier classifier, String text) {
        return classifier.classify(new TextScanner().scan(text), Ear.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        "Where is my PARCEL?, shipping",
        "where is my parcl, shipping",
        "wo bleibt die Lieferung?, shipping",
        "invoices!, billing",
        "請求書を送ってください, billing",
        "Забыл пароль, account"
    })
    void tells_topics_in_any_language_and_spelling(String text, String expected) {
        assertThat(topic(MODEL, text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😀", "tell me a joke please", "xyzzy quux", "`code only`"})
    void is_silent_on_what_is_about_none_of_them(String text) {
        assertThat(topic(MODEL, text)).isEmpty();
    }

    @Test
    void points_at_the_words_that_decided_and_says_how_sure_it_is() {
        String text = "Hello there, the invoice please";
        TopicGuess guess = guess(MODEL, text).orElseThrow();

        assertThat(guess.score()).isBetween(0.5, 1.0);
        assertThat(guess.evidence()).extracting(span -> span.of(text)).contains("invoice");
        assertThat(MODEL.topics()).containsExactly("account", "billing", "shipping");
    }

    @Test
    void the_same_history_gives_the_same_bytes() throws IOException {
        assertThat(bytes(TrainedTopics.train(HISTORY))).isEqualTo(bytes(MODEL));
    }

    @Test
    void a_model_read_back_answers_alike() throws IOException {
        TrainedTopics read = read(bytes(MODEL));

        for (TopicExample example : HISTORY) {
            assertThat(guess(read, example.text())).isEqualTo(guess(MODEL, example.text()));
        }
        assertThat(bytes(read)).isEqualTo(bytes(MODEL));
    }

    @Test
    void a_model_that_is_cut_off_anywhere_is_refused() throws IOException {
        byte[] bytes = bytes(MODEL);

        for (int length = 0; length < bytes.length; length += 1 + length / 50) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(TopicModelException.class)
                    .hasMessage("is cut off");
        }
    }

    @Test
    void a_model_with_any_wrong_byte_is_refused() throws IOException {
        byte[] bytes = bytes(MODEL);

        for (int at = 0; at < bytes.length; at += 1 + at / 50) {
            byte[] wrong = bytes.clone();
            wrong[at] ^= 0x11;
            assertThatThrownBy(() -> read(wrong)).isInstanceOf(TopicModelException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> read(longer)).hasMessage("is damaged: something follows its end");
    }

    @Test
    void a_model_of_another_format_is_named_as_such() throws IOException {
        byte[] newer = bytes(MODEL);
        ByteBuffer.wrap(newer).putInt(4, 3);

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(TopicModelException.class)
                .hasMessage("has format 3, this release reads format 2");
    }

    @Test
    void a_history_must_have_something_to_tell_apart() {
        TopicExample one = new TopicExample("hello", "greeting");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainedTopics.train(List.of()))
                .withMessageStartingWith("examples must have at least two topics");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainedTopics.train(List.of(one, one)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicExample("x", " "));
        assertThat(TrainedTopics.train(List.of(one, new TopicExample("rain", null)))
                        .topics())
                .containsExactly("greeting");
    }

    @Test
    void lets_the_built_in_topics_speak_where_it_has_nothing_to_say() {
        TopicClassifier both = MODEL.or(TopicClassifier.ofDefaults());

        assertThat(topic(both, "the invoice please")).contains("billing");
        assertThat(topic(both, "We will sue you, expect a letter from our lawyer"))
                .contains("legal");
        assertThat(topic(both, "xyzzy quux")).isEmpty();
    }

    private static byte[] bytes(TrainedTopics model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    private static TrainedTopics read(byte[] bytes) throws IOException {
        return TrainedTopics.read(new ByteArrayInputStream(bytes));
    }
}
