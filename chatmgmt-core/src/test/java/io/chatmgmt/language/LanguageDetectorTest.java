package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.LanguageGuess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private static final LanguageDetector ALL = LanguageDetector.ofDefaults();

    private static Optional<LanguageGuess> detect(LanguageDetector detector, String text) {
        return detector.detect(new TextScanner().scan(text));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Where is the parcel that I ordered?",
        "es, ¿Dónde está el paquete que pedí?",
        "fr, Où est le colis que j'ai commandé ?",
        "de, Wo ist das Paket das ich bestellt habe?",
        "pt, Onde está a encomenda que eu fiz?",
        "it, Dov'è il pacco che ho ordinato?",
        "nl, Waar is het pakket dat ik besteld heb?",
        "pl, Gdzie jest paczka którą zamówiłem?",
        "tr, Sipariş ettiğim paket nerede?",
        "ru, Где моя посылка?",
        "zh, 我订购的包裹在哪里？",
        "ja, 注文した荷物はどこですか",
        "ko, 주문한 소포는 어디에 있나요",
        "el, Πού είναι το δέμα μου;",
        "ar, أين الطرد الذي طلبته",
        "he, איפה החבילה שהזמנתי",
        "th, พัสดุของฉันอยู่ที่ไหน",
        "hi, मेरा पार्सल कहाँ है"
    })
    void a_sentence_tells_its_language(String language, String text) {
        LanguageGuess guess = detect(ALL, text).orElseThrow();
        assertThat(guess.tag()).isEqualTo(language);
        assertThat(guess.confidence()).isGreaterThanOrEqualTo(0.2);
    }

    @ParameterizedTest
    @DisplayName("T156: too little text tells nothing")
    @ValueSource(
            strings = {
                "ok",
                "",
                "😀 👍",
                "https://example.com/bonjour/tout/le/monde",
                "`SELECT nombre FROM clientes WHERE id = 5`",
                "12345 67890",
                "someone@ejemplo.es",
                "thanks"
            })
    void too_little_text_tells_nothing(String text) {
        assertThat(detect(ALL, text)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("T156: a script that one language has needs no ten letters")
    @CsvSource({"はい, ja", "네, ko", "да, ru", "ναι, el", "ใช่, th"})
    void a_script_of_one_language_needs_no_ten_letters(String text, String language) {
        assertThat(detect(ALL, text)).map(LanguageGuess::tag).contains(language);
    }

    @Test
    @DisplayName("T156: a brand name does not outvote the characters around it")
    void a_brand_name_does_not_outvote_the_characters_around_it() {
        assertThat(detect(ALL, "我的 Samsung 坏了")).map(LanguageGuess::tag).contains("zh");
        assertThat(detect(ALL, "Samsung の設定")).map(LanguageGuess::tag).contains("ja");
    }

    @Test
    void only_allowed_languages_are_answered() {
        LanguageDetector two = LanguageDetector.among(List.of("en-GB", "de", "xx"));
        assertThat(detect(two, "Dónde está el paquete que pedí"))
                .map(LanguageGuess::tag)
                .hasValueSatisfying(tag -> assertThat(tag).isIn("en", "de"));
        assertThat(detect(two, "Где моя посылка?")).isEmpty();
        assertThat(detect(LanguageDetector.among(List.of()), "Where is my parcel?"))
                .isEmpty();
    }

    @Test
    void letters_are_those_outside_code_links_and_numbers() {
        assertThat(detect(ALL, "where is order A42 from https://example.com now"))
                .map(LanguageGuess::letters)
                .contains("whereisorderfromnow".length());
    }
}
