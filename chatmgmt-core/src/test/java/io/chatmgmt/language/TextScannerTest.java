package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScannerTest {

    private final TextScanner scanner = new TextScanner();

    private List<String> words(String text) {
        ScannedText scanned = scanner.scan(text);
        List<String> words = new ArrayList<>();
        for (int token = 0; token < scanned.size(); token++) {
            words.add(scanned.folded(token));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"isn't", "isnt", "isn’t", "ISN'T", "isn´t"})
    void an_english_contraction_is_one_word_however_its_apostrophe_is_typed(String text) {
        assertThat(words(text)).containsExactly("isnt");
    }

    @Test
    void any_other_apostrophe_separates() {
        assertThat(words("l'agent d’accord c'è")).containsExactly("l", "agent", "d", "accord", "c", "e");
    }

    @ParameterizedTest
    @DisplayName("T070: Turkish İ, German ß and accents fold away")
    @CsvSource({
        "İSTANBUL, istanbul",
        "ISPARTA, isparta",
        "ısparta, isparta",
        "STRASSE, strasse",
        "Straße, strasse",
        "STRAẞE, strasse",
        "Ärger, arger",
        "ÉCOLE, ecole",
        "Łódź, lodz",
        "Смелый, смелыи",
        "ёлка, елка",
        "ΟΔΟΣ, οδοσ",
        "ｆｕｌｌ, full",
        "ﬁnd, find",
        "𝐇𝐞𝐥𝐥𝐨, hello",
        "œuvre, oeuvre"
    })
    void case_accents_and_compatibility_forms_fold_away(String text, String folded) {
        assertThat(words(text)).containsExactly(folded);
    }

    @Test
    void a_decomposed_accent_folds_like_a_composed_one() {
        assertThat(words("cafe\u0301")).isEqualTo(words("caf\u00e9"));
    }

    @Test
    void code_links_and_addresses_have_no_words() {
        assertThat(
                        words(
                                "see `terrible()` at https://awful.example/angry?x=1 or www.awful.example, ask me@awful.example"))
                .containsExactly("see", "at", "or", "ask");
        assertThat(words("before ```\nawful\n``` after")).containsExactly("before", "after");
    }

    @Test
    void a_lonely_backtick_hides_nothing() {
        assertThat(words("it ` is\nawful")).containsExactly("it", "is", "awful");
    }

    @Test
    void numbers_are_words_but_not_letters() {
        ScannedText text = scanner.scan("order A42 12");
        assertThat(text.size()).isEqualTo(3);
        assertThat(text.number(1)).isTrue();
        assertThat(text.number(2)).isTrue();
        assertThat(text.letters()).isEqualTo(5);
    }

    @ParameterizedTest
    @DisplayName("T070: what stands in quotation marks is quoted")
    @ValueSource(
            strings = {
                "say \"word\" now",
                "say “word” now",
                "sag „word“ jetzt",
                "dire «word» là",
                "sag »word« jetzt",
                "say 'word' now",
                "言う「word」今"
            })
    void what_stands_in_quotation_marks_is_quoted(String text) {
        ScannedText scanned = scanner.scan(text);
        for (int token = 0; token < scanned.size(); token++) {
            assertThat(scanned.quoted(token))
                    .as(scanned.folded(token))
                    .isEqualTo(scanned.folded(token).equals("word"));
        }
    }

    @Test
    void a_quoted_line_ends_with_the_line() {
        ScannedText text = scanner.scan("> theirs\nmine");
        assertThat(text.quoted(0)).isTrue();
        assertThat(text.quoted(1)).isFalse();
    }

    @Test
    void an_inch_mark_or_an_unclosed_quotation_quotes_nothing() {
        ScannedText text = scanner.scan("a 15\" screen and \"awful");
        for (int token = 0; token < text.size(); token++) {
            assertThat(text.quoted(token)).isFalse();
        }
    }

    @Test
    void an_emoji_is_a_token_whatever_its_skin_tone_and_an_emoticon_is_the_emoji_it_stands_for() {
        ScannedText text = scanner.scan("👎🏽 :-( x");
        assertThat(text.emoji(0)).isTrue();
        assertThat(text.emoji(1)).isTrue();
        int frown = text.hash(1);
        int thumb = text.hash(0);
        assertThat(scanner.scan("🙁").hash(0)).isEqualTo(frown);
        assertThat(scanner.scan("👎").hash(0)).isEqualTo(thumb);
        assertThat(scanner.scan("10:05").emoji(0)).isFalse();
    }

    @Test
    void chinese_and_japanese_characters_are_tokens_of_their_own() {
        assertThat(words("转人工 please")).containsExactly("转", "人", "工", "please");
        assertThat(words("ﾃﾞｽ")).as("half-width").isEqualTo(words("デス"));
    }

    @Test
    void punctuation_begins_a_clause_but_not_within_a_number() {
        ScannedText text = scanner.scan("no, 1,299.00 is it");
        assertThat(text.startsClause(0)).isTrue();
        assertThat(text.startsClause(1)).isTrue();
        assertThat(text.startsClause(2)).isFalse();
        assertThat(text.startsClause(3)).isFalse();
        assertThat(text.startsClause(4)).isFalse();
    }

    @Test
    void capitals_exclamations_and_scripts_are_counted() {
        ScannedText text = scanner.scan("HELP me!! Пожалуйста 你好 ¿?");
        assertThat(text.shouted(0)).isTrue();
        assertThat(text.shouted(1)).isFalse();
        assertThat(text.exclamations()).isEqualTo(2);
        assertThat(text.questions()).isEqualTo(1);
        assertThat(text.letters(Script.LATIN)).isEqualTo(6);
        assertThat(text.letters(Script.CYRILLIC)).isEqualTo(10);
        assertThat(text.letters(Script.HAN)).isEqualTo(2);
        assertThat(text.capitalShare()).isEqualTo(5.0 / 18);
    }

    @Test
    void what_stands_behind_the_bound_is_not_read() {
        ScannedText text = scanner.scan("a ".repeat(TextScanner.MAX_LENGTH));
        assertThat(text.size()).isEqualTo(TextScanner.MAX_LENGTH / 2);
    }
}
