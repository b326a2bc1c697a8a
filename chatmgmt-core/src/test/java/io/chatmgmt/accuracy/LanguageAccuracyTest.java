package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.accuracy.LanguageSample.Kind;
import io.chatmgmt.language.LanguageDetector;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the built-in detector names the right language; an answer that it does not give counts as wrong. It was
 * fitted on neither of the sets.
 */
@Tag("accuracy")
class LanguageAccuracyTest {

    @Test
    @DisplayName("Issue 8: words, pairs of words and sentences in 41 languages")
    void words_pairs_and_sentences_in_41_languages() throws IOException {
        List<LanguageSample> samples = LanguageSample.lingua();
        LanguageScore among41 = score(samples, "lid_lingua, its 41 languages allowed");
        assertThat(among41.accuracy(Kind.WORD)).isGreaterThan(0.78);
        assertThat(among41.accuracy(Kind.PAIR)).isGreaterThan(0.92);
        assertThat(among41.accuracy(Kind.SENTENCE)).isGreaterThan(0.988);
        LanguageScore all = LanguageScore.of(LanguageDetector.ofDefaults(), samples);
        System.out.print(all.table("lid_lingua, every language allowed"));
        assertThat(all.accuracy(Kind.SENTENCE)).isGreaterThan(0.988);
    }

    @Test
    @DisplayName("Issue 8: chat commands in the languages of lid_xsid")
    void chat_commands() throws IOException {
        List<LanguageSample> samples = LanguageSample.xsid();
        assertThat(score(samples, "lid_xsid, its 13 languages allowed").accuracy(Kind.COMMAND))
                .isGreaterThan(0.96);
        LanguageScore all = LanguageScore.of(LanguageDetector.ofDefaults(), samples);
        System.out.print(all.table("lid_xsid, every language allowed"));
        assertThat(all.accuracy(Kind.COMMAND)).isGreaterThan(0.91);
    }

    @Test
    @DisplayName("Issue 8: the product's twelve languages among themselves")
    void the_twelve_languages() throws IOException {
        Set<String> twelve = Set.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "zh", "ja");
        List<LanguageSample> samples = LanguageSample.lingua().stream()
                .filter(sample -> twelve.contains(sample.language()))
                .toList();
        LanguageScore score = score(samples, "lid_lingua, twelve languages");
        assertThat(score.accuracy(Kind.WORD)).isGreaterThan(0.82);
        assertThat(score.accuracy(Kind.SENTENCE)).isGreaterThan(0.99);
    }

    private static LanguageScore score(List<LanguageSample> samples, String title) {
        Set<String> languages =
                samples.stream().map(LanguageSample::language).collect(Collectors.toCollection(TreeSet::new));
        LanguageScore score = LanguageScore.of(LanguageDetector.among(languages), samples);
        System.out.print(score.table(title));
        return score;
    }
}
