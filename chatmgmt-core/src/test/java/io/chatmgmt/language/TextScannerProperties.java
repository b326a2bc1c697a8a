package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextScannerProperties {

    /** Any UTF-16 at all, and texts dense in what the scanner treats specially. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> dense = Arbitraries.of(
                        "a", "B", "é", "ß", "İ", "ﷺ", "ﬃ", "9", " ", "\n", ">", "'", "’", "\"", "“", "”", "„", "«", "`",
                        "```", "://", "www.", "@", ".", "!", "?", ":", "(", ")", "人", "カ", "한", "😡", "\uD83D",
                        "\uDE21", "\u0301", "\u200D", "n't", "𝐇", "𠀀", "ｶﾞ", "ا", "ก")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(dense, Arbitraries.strings().all().ofMaxLength(200), Arbitraries.strings());
    }

    @Property
    void no_text_makes_it_fail_and_every_span_lies_within_the_text(@ForAll("texts") String text) {
        ScannedText scanned = new TextScanner().scan(text);
        int end = 0;
        for (int token = 0; token < scanned.size(); token++) {
            assertThat(scanned.span(token, token).start()).isGreaterThanOrEqualTo(end);
            end = scanned.span(token, token).end();
            assertThat(end).isLessThanOrEqualTo(text.length());
            assertThat(scanned.hash(token)).isNotZero();
        }
    }

    @Property
    void the_figures_add_up(@ForAll("texts") String text) {
        ScannedText scanned = new TextScanner().scan(text);
        int sum = 0;
        for (Script script : Script.values()) {
            assertThat(scanned.letters(script)).isNotNegative();
            sum += scanned.letters(script);
        }
        assertThat(sum).isEqualTo(scanned.letters());
        assertThat(scanned.capitalShare()).isBetween(0.0, 1.0);
    }

    @Property
    void folding_twice_changes_nothing(@ForAll("words") String word) {
        List<String> once = folded(word);
        assertThat(folded(String.join(" ", once))).isEqualTo(once);
    }

    @Property
    void case_and_accents_make_no_difference(@ForAll("words") String word) {
        List<String> folded = folded(word);
        assertThat(folded(word.toUpperCase(Locale.ROOT))).isEqualTo(folded);
        assertThat(folded(Normalizer.normalize(word, Normalizer.Form.NFD))).isEqualTo(folded);
    }

    @Property
    void a_scan_leaves_nothing_behind_for_the_next(@ForAll("texts") String before, @ForAll("texts") String text) {
        TextScanner used = new TextScanner();
        used.scan(before);
        assertThat(described(used.scan(text))).isEqualTo(described(new TextScanner().scan(text)));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('\u00E0', '\u00F6')
                .withCharRange('\u0103', '\u0107')
                .withCharRange('\u03B1', '\u03C9')
                .withCharRange('\u0430', '\u044F')
                .withCharRange('\u1EA1', '\u1EF9')
                .withChars('ß', 'ç', 'ñ', 'ø', 'ł', 'ş', 'ğ')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    }

    private static List<String> folded(String text) {
        ScannedText scanned = new TextScanner().scan(text);
        List<String> words = new ArrayList<>();
        for (int token = 0; token < scanned.size(); token++) {
            words.add(scanned.folded(token));
        }
        return words;
    }

    private static String described(ScannedText text) {
        StringBuilder all = new StringBuilder();
        for (int token = 0; token < text.size(); token++) {
            all.append(text.folded(token)).append(text.span(token, token)).append(text.hash(token));
            all.append(text.flags[token]).append('\n');
        }
        all.append(text.letters())
                .append(' ')
                .append(text.capitalShare())
                .append(' ')
                .append(text.exclamations());
        for (Script script : Script.values()) {
            all.append(' ').append(text.letters(script));
        }
        return all.append(new String(text.stream, 0, text.streamLength)).toString();
    }
}
