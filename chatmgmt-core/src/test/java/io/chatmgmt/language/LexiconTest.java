package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LexiconTest {

    @Test
    void sections_hold_entries_with_their_definitions_resolved() {
        Lexicon lexicon =
                Lexicon.parse("# c\n@person = (human|agent)\n@me = to @person\n[strong]\ntalk @me; x\n\n[weak]\ny");
        assertThat(lexicon.sections()).containsExactly("strong", "weak");
        assertThat(lexicon.phrases("strong")).containsExactly("talk to (human|agent)", "x");
        assertThat(lexicon.phrases("none")).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.parse("[a]\nx @nobody"))
                .withMessageContaining("line 2")
                .withMessageContaining("@nobody");
    }

    @Test
    void every_language_has_a_lexicon_for_every_purpose_and_all_its_phrases_can_be_read() {
        for (String language : Lexicon.LANGUAGES) {
            for (Lexicon.Purpose purpose : Lexicon.Purpose.values()) {
                Lexicon lexicon = Lexicon.builtIn(purpose, language);
                assertThat(lexicon.sections()).as(purpose + " " + language).isNotEmpty();
                for (String section : lexicon.sections()) {
                    PhraseSet.Builder phrases = PhraseSet.builder();
                    lexicon.phrases(section).forEach(phrase -> phrases.add(phrase, 1));
                    phrases.skip(lexicon.phrases("skip"));
                }
            }
        }
    }

    @Test
    void every_language_has_the_same_sections_as_english() {
        Set<String> negations = Set.of("before", "near", "after", "turn");
        for (Lexicon.Purpose purpose : Lexicon.Purpose.values()) {
            Set<String> english = new TreeSet<>(Lexicon.builtIn(purpose, "en").sections());
            english.addAll(purpose == Lexicon.Purpose.NEGATION ? negations : Set.of());
            for (String language : Lexicon.LANGUAGES) {
                assertThat(english)
                        .containsAll(Lexicon.builtIn(purpose, language).sections());
            }
        }
    }

    @Test
    void a_language_without_lexicons_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lexicon.builtIn(Lexicon.Purpose.HUMAN, "xx"));
    }
}
