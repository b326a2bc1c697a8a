package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseSetTest {

    private static final int MARK = 4;

    private static List<String> found(PhraseSet phrases, String text) {
        List<String> found = new ArrayList<>();
        ScannedText scanned = new TextScanner().scan(text);
        PhraseFinds finds = phrases.scan(scanned);
        for (int find = 0; find < finds.size(); find++) {
            found.add(scanned.span(finds.first(find), finds.last(find)).of(text) + "=" + finds.payload(find));
        }
        return found;
    }

    @Test
    void a_phrase_is_found_as_whole_words_whatever_its_case_accents_and_spacing() {
        PhraseSet phrases =
                PhraseSet.builder().add("real person", 1).add("café", 2).build();
        assertThat(found(phrases, "a REAL   person in a Cafe")).containsExactly("REAL   person=1", "Cafe=2");
        assertThat(found(phrases, "unreal person in cafes")).isEmpty();
    }

    @Test
    void the_longest_phrase_counts_and_hides_those_within_it() {
        PhraseSet phrases = PhraseSet.builder()
                .add("agent", 1)
                .add("real estate agent", 2)
                .add("real", 3)
                .build();
        assertThat(found(phrases, "my real estate agent is an agent"))
                .containsExactly("real estate agent=2", "agent=1");
    }

    @Test
    void overlapping_phrases_are_both_found() {
        PhraseSet phrases =
                PhraseSet.builder().add("want to talk", 1).add("talk to you", 2).build();
        assertThat(found(phrases, "I want to talk to you")).containsExactly("want to talk=1", "talk to you=2");
    }

    @Test
    void alternatives_and_any_word_are_written_in_the_phrase() {
        PhraseSet phrases =
                PhraseSet.builder().add("(talk|speak (up|)) to * human", 1).build();
        assertThat(found(phrases, "talk to a human")).hasSize(1);
        assertThat(found(phrases, "speak to your human")).hasSize(1);
        assertThat(found(phrases, "speak up to any human")).hasSize(1);
        assertThat(found(phrases, "talk to human")).isEmpty();
        assertThat(found(phrases, "talk up to a human")).isEmpty();
    }

    @Test
    void any_word_and_a_certain_word_can_follow_the_same_beginning() {
        PhraseSet phrases = PhraseSet.builder()
                .add("tell * joke", 1)
                .add("tell me everything", 2)
                .build();
        assertThat(found(phrases, "tell me joke")).containsExactly("tell me joke=1");
        assertThat(found(phrases, "tell me everything")).containsExactly("tell me everything=2");
    }

    @Test
    void skippable_words_make_no_difference_within_a_phrase() {
        PhraseSet phrases = PhraseSet.builder()
                .skip(List.of("a", "the", "please"))
                .add("talk to a person", 1)
                .add("talk to the boss", 2)
                .build();
        assertThat(found(phrases, "talk to person")).containsExactly("talk to person=1");
        assertThat(found(phrases, "talk please to the person")).containsExactly("talk please to the person=1");
        assertThat(found(phrases, "talk to a boss")).containsExactly("talk to a boss=2");
        assertThat(found(phrases, "talk to the the the the boss"))
                .as("a bounded number")
                .isEmpty();
    }

    @Test
    void a_phrase_keeps_its_skippable_words_where_a_single_word_would_be_left() {
        PhraseSet phrases = PhraseSet.builder()
                .skip(List.of("too", "very"))
                .add("too (long|slow to answer)", 1)
                .add("very", 2)
                .build();
        assertThat(found(phrases, "how long")).isEmpty();
        assertThat(found(phrases, "too long")).containsExactly("too long=1");
        assertThat(found(phrases, "slow to answer")).containsExactly("slow to answer=1");
        assertThat(found(phrases, "very")).containsExactly("very=2");
    }

    @Test
    void each_language_can_have_skippable_words_of_its_own() {
        PhraseSet phrases = PhraseSet.builder()
                .skip(List.of("mal"))
                .add("sprich mal deutsch", 1)
                .skip(List.of("un"))
                .add("mal servicio", 2)
                .build();
        assertThat(found(phrases, "servicio")).isEmpty();
        assertThat(found(phrases, "mal servicio")).containsExactly("mal servicio=2");
        assertThat(found(phrases, "sprich deutsch")).containsExactly("sprich deutsch=1");
    }

    @Test
    void chinese_phrases_are_found_without_spaces() {
        PhraseSet phrases = PhraseSet.builder().add("转(接|)人工", 1).build();
        assertThat(found(phrases, "请帮我转人工谢谢")).containsExactly("转人工=1");
        assertThat(found(phrases, "转接人工")).containsExactly("转接人工=1");
    }

    @Test
    void where_two_phrases_are_the_same_the_payloads_are_merged() {
        assertThat(found(PhraseSet.builder().add("x", 3).add("X", 2).build(), "x"))
                .containsExactly("x=3");
        PhraseSet merged =
                PhraseSet.builder(Integer::sum).add("x", 3).add("(x|y)", 2).build();
        assertThat(found(merged, "x y")).containsExactly("x=5", "y=2");
    }

    @Test
    void a_set_that_was_written_and_read_finds_the_same() throws IOException {
        PhraseSet phrases = PhraseSet.builder()
                .skip(List.of("please"))
                .add("(talk|speak) to * (human|person)", 7)
                .add("agent", 2)
                .build();
        Vocabulary vocabulary = vocabularyOf(phrases);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vocabulary.write(new DataOutputStream(bytes));
        phrases.over(vocabulary, MARK).write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        PhraseSet read = PhraseSet.read(in, Vocabulary.read(in), MARK);
        String text = "agent, I want to speak please to any person, talk to human or a human agent";
        assertThat(found(read, text))
                .containsExactly("agent=2", "speak please to any person=7", "agent=2")
                .isEqualTo(found(phrases, text));
    }

    @Test
    void sets_that_share_a_vocabulary_find_what_they_find_alone() {
        PhraseSet one =
                PhraseSet.builder().skip(List.of("the")).add("call (me|us)", 1).build();
        PhraseSet other = PhraseSet.builder().add("me", 2).add("* the house", 3).build();
        Vocabulary vocabulary = vocabularyOf(one, other);
        for (String text : List.of("call the me", "the house", "call me in the house", "none of these words")) {
            assertThat(found(one.over(vocabulary, MARK), text)).isEqualTo(found(one, text));
            assertThat(found(other.over(vocabulary, MARK), text)).isEqualTo(found(other, text));
        }
    }

    @Test
    void a_vocabulary_without_a_word_of_the_phrases_is_refused() {
        Vocabulary vocabulary = vocabularyOf(PhraseSet.builder().add("a", 1).build());
        PhraseSet phrases = PhraseSet.builder().add("a b", 1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phrases.over(vocabulary, MARK))
                .withMessageContaining("shared");
    }

    @Test
    void a_text_is_covered_by_phrases_with_emoji_between_them_and_by_nothing_else() {
        PhraseSet phrases =
                PhraseSet.builder().add("thank you", 1).add("bye", 2).build();
        TextScanner scanner = new TextScanner();
        assertThat(phrases.cover(scanner.scan("thank you 👋 bye!")).size()).isEqualTo(2);
        assertThat(phrases.cover(scanner.scan("thank you and bye")).size()).isZero();
        assertThat(phrases.cover(scanner.scan("thank bye")).size()).isZero();
        assertThat(phrases.cover(scanner.scan("bye thank")).size()).isZero();
        assertThat(phrases.cover(scanner.scan("👋")).size()).isZero();
        assertThat(phrases.cover(scanner.scan("")).size()).isZero();
    }

    private static Vocabulary vocabularyOf(PhraseSet... sets) {
        Vocabulary.Builder words = new Vocabulary.Builder();
        for (PhraseSet set : sets) {
            set.addTo(words, MARK);
        }
        return words.build();
    }

    @Test
    void the_same_phrases_are_written_as_the_same_bytes_whatever_their_order() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PhraseSet.builder().add("(a|b) c", 1).build().write(new DataOutputStream(one));
        PhraseSet.builder().add("(b|a) c", 1).build().write(new DataOutputStream(other));
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void finds_that_do_not_count_can_be_dropped() {
        PhraseFinds finds =
                PhraseSet.builder().add("a", 1).add("b", 2).add("c", 3).build().scan(new TextScanner().scan("a b c"));
        finds.move(2, 0);
        finds.truncate(1);
        assertThat(finds.size()).isEqualTo(1);
        assertThat(finds.payload(0)).isEqualTo(3);
        assertThat(finds.first(0)).isEqualTo(2);
    }

    @Test
    void a_phrase_that_cannot_be_read_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.builder().add("(a|) (b|)", 1))
                .withMessageContaining("words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.builder().add("(a", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.builder().add("a)", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.builder().add("a", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.builder().skip(List.of("a b")));
    }
}
