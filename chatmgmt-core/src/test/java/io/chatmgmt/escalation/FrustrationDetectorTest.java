package io.chatmgmt.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.TextScanner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrustrationDetectorTest {

    private static final FrustrationDetector DETECTOR = FrustrationDetector.ofDefaults();

    private static Signal detect(String text, String language) {
        return DETECTOR.detect(new TextScanner().scan(text), language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I am angry", "This is terrible", "an awful service", "😡", "TERRIBLE", "no this is terrible"})
    void the_products_words_and_a_furious_face_are_strong(String text) {
        assertThat(detect(text, "en").strength()).isEqualTo(Strength.STRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "es, Este servicio es pésimo",
        "fr, C'est vraiment scandaleux",
        "de, DAS IST EINE UNVERSCHÄMTHEIT",
        "de, So ein SCHEIẞ",
        "pt, Que atendimento horrível",
        "it, Un servizio vergognoso",
        "nl, Wat een waardeloze service",
        "pl, To jest skandal",
        "tr, REZİL BİR HİZMET",
        "ru, Это просто кошмар",
        "zh, 你们的服务太差了",
        "ja, 本当に最悪です"
    })
    @DisplayName("T070: strong words in twelve languages, in capitals too")
    void strong_words_are_heard_in_every_language(String language, String text) {
        assertThat(detect(text, language).strength()).isEqualTo(Strength.STRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "en, You have ruined my whole weekend, Tomorrow I would like to come by with my daughter",
        "es, Me han arruinado todo el fin de semana, Mañana me gustaría pasar con mi hija",
        "fr, Vous avez gâché tout mon week-end, Je voudrais passer demain avec ma fille",
        "de, Sie haben mir mein ganzes Wochenende verdorben, Ich würde morgen gern mit meiner Tochter vorbeikommen",
        "pt, Vocês estragaram o meu fim de semana inteiro, Gostaria de passar amanhã com a minha filha",
        "it, Mi avete rovinato tutto il fine settimana, Vorrei passare domani con mia figlia",
        "nl, Jullie hebben mijn hele weekend verpest, Ik wil morgen graag met mijn dochter langskomen",
        "pl, Zepsuliście mi cały weekend, Chciałbym jutro przyjść z córką",
        "tr, Benimle çocukmuşum gibi konuşmayın, Yarın kızımla uğramak istiyorum",
        "ru, Вы испортили мне все выходные, Я хотел бы зайти завтра с дочкой",
        "zh, 你们毁了我整个周末, 我明天想带女儿过来",
        "ja, 子供扱いしないでください, 明日娘と一緒に伺いたいです"
    })
    @DisplayName("C03: annoyance that no phrase names scores higher than a wish, in twelve languages")
    void annoyance_without_a_phrase_scores_higher(String language, String annoyed, String calm) {
        assertThat(detect(annoyed, language).score())
                .isGreaterThan(detect(calm, language).score() + 0.05);
    }

    @Test
    @DisplayName(
            "C03: a glad message scores lower than one without any feeling, and that lower than the operating point")
    void a_glad_message_scores_lowest() {
        double glad = detect("Thank you so much, that was wonderful", "en").score();
        double calm = detect("Which branch is the nearest to the station", "en").score();
        assertThat(glad).isLessThan(calm - 0.1);
        assertThat(calm).isLessThan(Signal.OPERATING_POINT - 0.1);
    }

    @ParameterizedTest
    @DisplayName("T070: a negated word is not frustration")
    @CsvSource({
        "en, not terrible",
        "en, it isn't so terrible",
        "en, I'm not at all angry",
        "en, I am not really very angry",
        "es, no es terrible",
        "fr, ce n'est pas terrible",
        "de, das ist nicht schrecklich",
        "pt, não é horrível",
        "it, non è terribile",
        "nl, het is niet verschrikkelijk",
        "pl, to nie jest okropne",
        "tr, berbat değil",
        "ru, это не ужасно",
        "zh, 不糟糕",
        "ja, ひどくない"
    })
    void a_negated_word_is_not_frustration(String language, String text) {
        assertThat(detect(text, language).heard()).isFalse();
    }

    @Test
    @DisplayName("T070: a negation reaches three words, not four, and not beyond its clause")
    void a_negation_reaches_three_words_within_its_clause() {
        assertThat(detect("not one two terrible", "en").heard()).isFalse();
        assertThat(detect("not one two three terrible", "en").strength()).isEqualTo(Strength.STRONG);
        assertThat(detect("not now, terrible", "en").strength()).isEqualTo(Strength.STRONG);
        assertThat(detect("I am not angry but terrible it is", "en").evidence()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("T070: parts of words, quotations, code and links are not frustration")
    @ValueSource(
            strings = {
                "I have a cataract, not an act",
                "my Hungarian neighbour wants to exchange it",
                "the review says \"terrible and awful\"",
                "what does `angry()` do?",
                "see https://awful.example/terrible",
                "> this is terrible\nwho wrote that?"
            })
    void parts_of_words_quotations_code_and_links_are_not_frustration(String text) {
        assertThat(detect(text, "en").heard()).isFalse();
    }

    @Test
    void a_mild_word_is_weak_and_emphasis_or_company_makes_it_stronger() {
        Signal mild = detect("that is annoying", "en");
        assertThat(mild.strength()).isEqualTo(Strength.WEAK);
        assertThat(detect("THAT IS SO ANNOYING", "en").score()).isGreaterThan(mild.score());
        assertThat(detect("that is annoying!!!", "en").score()).isGreaterThan(mild.score());
        assertThat(detect("annoying, slow and confusing", "en").strength()).isEqualTo(Strength.STRONG);
    }

    @Test
    void a_word_of_another_language_that_looks_the_same_is_not_heard() {
        assertThat(detect("the boat ran aground off Malta", "en").heard()).isFalse();
        assertThat(detect("male or female?", "en").heard())
                .as("male is Italian for badly")
                .isFalse();
        assertThat(detect("Mi sento male", "it").heard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody has bothered to reply for a week and my money is gone, you people are a disgrace"})
    void displeasure_without_a_phrase_for_it_is_heard_with_its_evidence(String text) {
        Signal signal = detect(text, "en");
        assertThat(signal.score()).isGreaterThanOrEqualTo(Signal.OPERATING_POINT);
        assertThat(signal.evidence())
                .isNotEmpty()
                .allSatisfy(span -> assertThat(text).contains(span.of(text)));
    }

    @Test
    void the_score_grows_with_what_is_unpleasant_and_falls_with_what_is_pleasant() {
        double pleasant =
                detect("thank you, that was wonderful and very helpful", "en").score();
        double neutral = detect("the parcel weighs two kilograms", "en").score();
        double unpleasant =
                detect("the parcel was damaged and smells bad", "en").score();
        double worse =
                detect("the parcel was damaged and smells REALLY bad!!!", "en").score();
        assertThat(pleasant).isLessThan(neutral);
        assertThat(neutral).isLessThan(unpleasant);
        assertThat(unpleasant).isLessThan(worse);
    }

    @Test
    @DisplayName("T070: a face changes what the words say")
    void a_face_changes_what_the_words_say() {
        double plain = detect("that was my third parcel today", "en").score();
        assertThat(detect("that was my third parcel today :(", "en").score()).isGreaterThan(plain);
        assertThat(detect("that was my third parcel today 😭", "en").score()).isGreaterThan(plain);
        assertThat(detect("that was my third parcel today :)", "en").score()).isLessThan(plain);
    }

    @Test
    void what_stands_after_but_counts_more() {
        assertThat(detect("good product but bad service", "en").score())
                .isGreaterThan(detect("bad product but good service", "en").score());
    }
}
