package io.chatmgmt.accuracy;

import io.chatmgmt.language.Lexicon;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What the detector of requests for a person learns from: sets of others where their licence allows it, sentences written for
 * this project, and what the lexicons hold.
 */
final class HumanRequestTexts {

    /** Hears texts with their labels. */
    interface Learner {

        /** One text: its fold, whether it asks for a person, and how much it matters. */
        void learn(String text, int fold, boolean asks, float weight);
    }

    private static final int WRITTEN_EACH = 60;
    private static final int LEXICON_EACH = 12;
    private static final int OTHERS_EACH = 4;
    private static final float ASKING = 2;

    private final Predicate<String> asksClearly;
    private final Learner learner;
    private final Random random = new Random(1);

    /** Texts for a learner; those of conversations that ask clearly, by the phrases, are left out: nobody has labelled them. */
    HumanRequestTexts(Predicate<String> asksClearly, Learner learner) {
        this.asksClearly = asksClearly;
        this.learner = learner;
    }

    void all() {
        for (JsonNode record : Dataset.read("nlupp")) {
            labelled(text(record), nluppFold(record), asks("nlupp", record));
        }
        for (String set : List.of("ask_human_multi", "bitext_cs")) {
            for (JsonNode record : Dataset.read(set)) {
                labelled(text(record), Fold.of(text(record)), asks(set, record));
            }
        }
        for (String set :
                List.of("banking77", "clinc150", "natcs_utterances", "goemotions", "senti4sd", "vader_groundtruth")) {
            for (JsonNode record : Dataset.read(set)) {
                unlabelled(text(record));
            }
        }
        for (JsonNode dialogue : Dataset.read("star")) {
            dialogue.get("turns")
                    .forEach(turn -> sampled(turn.get("role").asString().equals("user"), text(turn)));
        }
        for (JsonNode dialogue : Dataset.read("multidogo")) {
            dialogue.get("customer_turns").forEach(turn -> sampled(true, text(turn)));
        }
        Lexicon.LANGUAGES.forEach(this::written);
        Lexicon.LANGUAGES.forEach(this::lexicon);
    }

    static String text(JsonNode record) {
        return record.get("text").asString();
    }

    static int nluppFold(JsonNode record) {
        return record.get("fold").asInt() / 2 % Fold.COUNT;
    }

    /** Whether a text of a set that says so asks for a person. */
    static boolean asks(String set, JsonNode record) {
        return switch (set) {
            case "nlupp" ->
                record.get("intents")
                        .valueStream()
                        .anyMatch(intent -> intent.asString().equals("handoff"));
            case "ask_human_multi" -> record.get("asks_human").asBoolean();
            case "bitext_cs" -> record.get("intent").asString().equals("contact_human_agent");
            default -> false;
        };
    }

    private void labelled(String text, int fold, boolean asks) {
        learner.learn(text, fold, asks, asks ? ASKING : 1);
    }

    private void unlabelled(String text) {
        if (!asksClearly.test(text)) {
            learner.learn(text, Fold.of(text), false, 1);
        }
    }

    /** Every fourth turn of a conversation will do. */
    private void sampled(boolean customers, String text) {
        if (customers && Math.floorMod(text.hashCode(), 4) == 0) {
            unlabelled(text);
        }
    }

    private void written(String language) {
        expand(WrittenSentences.of("human", language, "asks"), WRITTEN_EACH, true, 1);
        expand(WrittenSentences.of("human", language, "not"), WRITTEN_EACH, false, 1);
    }

    private void lexicon(String language) {
        Lexicon requests = Lexicon.builtIn(Lexicon.Purpose.HUMAN, language);
        expand(requests.phrases("strong"), LEXICON_EACH, true, 0.5f);
        expand(requests.phrases("short"), LEXICON_EACH, true, 0.5f);
        expand(requests.phrases("not"), LEXICON_EACH, false, 0.5f);
        for (Lexicon.Purpose purpose :
                List.of(Lexicon.Purpose.TOPIC, Lexicon.Purpose.SMALLTALK, Lexicon.Purpose.FRUSTRATION)) {
            Lexicon other = Lexicon.builtIn(purpose, language);
            for (String section : other.sections()) {
                if (!section.equals("skip")) {
                    expand(other.phrases(section), OTHERS_EACH, false, 0.5f);
                }
            }
        }
    }

    private void expand(List<String> expressions, int most, boolean asks, float weight) {
        for (String expression : expressions) {
            for (String sentence : Expansion.of(expression, most, random)) {
                learner.learn(sentence, Fold.NONE, asks, asks ? ASKING * weight : weight);
                if (random.nextInt(3) == 0) {
                    learner.learn(Expansion.mistyped(sentence, random), Fold.NONE, asks, weight);
                }
            }
        }
    }
}
