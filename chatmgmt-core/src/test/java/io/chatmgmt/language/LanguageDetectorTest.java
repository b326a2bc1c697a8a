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
    @DisplayName("T156: a short question is told by the words that customers write most")
    @CsvSource({
        "en, how do I reset my password?",
        "en, do I need a receipt?",
        "en, I do not know",
        "de, wie ist mein Passwort?",
        "es, no sé mi pin",
        "fr, je ne sais pas",
        "nl, hoe werkt het dan?"
    })
    void a_short_question_is_told_by_its_frequent_words(String language, String text) {
        assertThat(detect(ALL, text)).map(LanguageGuess::tag).contains(language);
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
                "hi"
            })
    void too_little_text_tells_nothing(String text) {
        assertThat(detect(ALL, text)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("T156: a script that one language has needs no ten letters")
    @CsvSource({"はい, ja", "네, ko", "ναι, el", "ใช่, th", "כן, he", "হ্যাঁ, bn"})
    void a_script_of_one_language_needs_no_ten_letters(String text, String language) {
        assertThat(detect(ALL, text)).map(LanguageGuess::tag).contains(language);
    }

    @ParameterizedTest
    @DisplayName("T156: a few letters of a shared script are guessed at, but lock nothing")
    @CsvSource({"thanks, en", "gracias, es", "danke, de", "спасибо, ru", "Samsung, any"})
    void a_few_letters_lock_nothing(String text, String language) {
        LanguageGuess guess = detect(ALL, text).orElseThrow();
        assertThat(language).isIn(guess.tag(), "any");
        assertThat(guess.confidence()).isLessThan(LanguagePolicy.ofDefaults().lockConfidence());
    }

    @Test
    @DisplayName("T156: a brand name does not outvote the characters around it")
    void a_brand_name_does_not_outvote_the_characters_around_it() {
        assertThat(detect(ALL, "我的 Samsung 坏了")).map(LanguageGuess::tag).contains("zh");
        assertThat(detect(ALL, "Samsung の設定")).map(LanguageGuess::tag).contains("ja");
    }

    @Test
    @DisplayName("T156: the only allowed language of a script needs no ten letters")
    void the_only_allowed_language_of_a_script_needs_no_ten_letters() {
        LanguageGuess guess =
                detect(LanguageDetector.among(Lexicon.LANGUAGES), "да").orElseThrow();
        assertThat(guess.tag()).isEqualTo("ru");
        assertThat(guess.confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ca, On és el paquet que vaig demanar fa dues setmanes?",
        "cs, Kde je balík který jsem si objednal?",
        "da, Hvor er den pakke som jeg har bestilt for to uger siden?",
        "et, Kus on pakk mille ma kaks nädalat tagasi tellisin?",
        "fi, Missä on paketti jonka tilasin kaksi viikkoa sitten?",
        "hr, Gdje je paket koji sam naručio prije dva tjedna?",
        "hu, Hol van a csomag amit két hete rendeltem?",
        "id, Di mana paket yang saya pesan dua minggu yang lalu?",
        "lt, Kur yra siuntinys kurį užsisakiau prieš dvi savaites?",
        "lv, Kur ir sūtījums ko es pasūtīju pirms divām nedēļām?",
        "nb, Hvor er pakken som jeg bestilte for to uker siden?",
        "ro, Unde este coletul pe care l-am comandat acum două săptămâni?",
        "sk, Kde je balík ktorý som si objednal pred dvoma týždňami?",
        "sl, Kje je paket ki sem ga naročil pred dvema tednoma?",
        "sv, Var är paketet som jag beställde för två veckor sedan?",
        "tl, Nasaan ang pakete na inorder ko dalawang linggo na ang nakakaraan?",
        "vi, Gói hàng tôi đặt hai tuần trước đang ở đâu?",
        "uk, Де моя посилка яку я замовив два тижні тому?",
        "bg, Къде е пратката която поръчах преди две седмици?",
        "sr, Где је пакет који сам наручио пре две недеље?",
        "kk, Екі апта бұрын тапсырыс берген сәлемдемем қайда?",
        "fa, بسته‌ای که دو هفته پیش سفارش دادم کجاست؟",
        "ur, میرا پارسل کہاں ہے جو میں نے دو ہفتے پہلے منگوایا تھا؟",
        "bn, আমার পার্সেল কোথায়?",
        "ta, என் பார்சல் எங்கே?",
        "ka, სად არის ჩემი ამანათი?"
    })
    void a_sentence_tells_its_language_among_all_that_are_known(String language, String text) {
        assertThat(detect(ALL, text)).map(LanguageGuess::tag).contains(language);
    }

    @Test
    void neighbours_of_a_known_language_are_answered_when_asked_for() {
        String macedonian = "Каде е пакетот што го нарачав пред две недели?";
        assertThat(detect(ALL, macedonian))
                .map(LanguageGuess::tag)
                .hasValueSatisfying(tag -> assertThat(tag).isIn("bg", "sr"));
        assertThat(detect(LanguageDetector.among(List.of("bg", "sr", "mk")), macedonian))
                .map(LanguageGuess::tag)
                .contains("mk");
        assertThat(detect(LanguageDetector.among(List.of("mr")), "माझे पार्सल कुठे आहे"))
                .map(LanguageGuess::tag)
                .contains("mr");
    }

    @Test
    void between_two_languages_that_nothing_tells_apart_it_is_unsure() {
        assertThat(detect(LanguageDetector.among(List.of("mr", "hi")), "मेरा पार्सल कहाँ है")
                        .orElseThrow())
                .extracting(LanguageGuess::tag, LanguageGuess::confidence)
                .containsExactly("hi", 0.3);
    }

    @Test
    void in_doubt_latin_letters_are_croatian() {
        assertThat(detect(LanguageDetector.among(List.of("sr", "hr")), "dobar dan"))
                .map(LanguageGuess::tag)
                .contains("hr");
        assertThat(detect(LanguageDetector.among(List.of("sr", "hr")), "Где је мој пакет"))
                .map(LanguageGuess::tag)
                .contains("sr");
    }

    @Test
    void serbian_is_known_in_both_scripts() {
        LanguageDetector two = LanguageDetector.among(List.of("sr", "en"));
        assertThat(detect(two, "Gde je paket koji sam naručio?"))
                .map(LanguageGuess::tag)
                .contains("sr");
        assertThat(detect(two, "Где је пакет који сам наручио?"))
                .map(LanguageGuess::tag)
                .contains("sr");
    }

    @Test
    void a_language_is_answered_by_the_name_that_the_host_has_for_it() {
        String norwegian = "Hvor er pakken som jeg bestilte?";
        assertThat(detect(LanguageDetector.among(List.of("en", "no")), norwegian))
                .map(LanguageGuess::tag)
                .contains("no");
        assertThat(detect(LanguageDetector.among(List.of("en", "nn", "nb")), norwegian))
                .map(LanguageGuess::tag)
                .contains("nn");
    }

    @Test
    @DisplayName("T156: words of another script are not read as the language's")
    void words_of_another_script_are_left_out() {
        LanguageGuess plain = detect(ALL, "Где моя новая посылка").orElseThrow();
        LanguageGuess mixed = detect(ALL, "Где моя новая Samsung посылка").orElseThrow();
        assertThat(mixed.tag()).isEqualTo("ru");
        assertThat(mixed.confidence()).isBetween(0.5, plain.confidence());
    }

    @Test
    void a_long_text_is_read_as_far_as_it_takes() {
        String spam = "a".repeat(10_000);
        assertThat(detect(ALL, spam)).isPresent();
        String message = "Where is the parcel that I ordered two weeks ago? ";
        assertThat(detect(ALL, message + spam)).map(LanguageGuess::tag).contains("en");
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
