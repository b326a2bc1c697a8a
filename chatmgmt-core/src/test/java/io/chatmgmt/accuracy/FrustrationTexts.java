package io.chatmgmt.accuracy;

import io.chatmgmt.language.Lexicon;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the detector of frustration learns from: sets of others, from forums, reviews and talks with an assistant, and what the
 * lexicons hold.
 */
final class FrustrationTexts {

    /** The feelings of someone who is dissatisfied with another, and those that are near. */
    static final Set<String> FRUSTRATED = Set.of("anger", "annoyance", "disappointment", "disapproval");

    private static final Set<String> UNHAPPY =
            Set.of("disgust", "sadness", "remorse", "fear", "embarrassment", "grief");

    /** Hears texts with their labels: how displeased they are, and whether somebody was annoyed who wrote them. */
    interface Learner {

        /** One text: its fold, how displeased it is within 0..1, and how much that matters. */
        void displeased(String text, int fold, double target, double weight);

        /** One turn of a dialogue: its fold, and whether the dialogue's customer was annoyed at some time. */
        void annoyed(String text, int fold, boolean annoyed, double weight);
    }

    private final Learner learner;
    private final Random random = new Random(2);

    FrustrationTexts(Learner learner) {
        this.learner = learner;
    }

    void all() {
        for (JsonNode post : Dataset.read("senti4sd")) {
            labelled(post, isNegative(post) ? 1 : 0, 1);
        }
        Dataset.read("goemotions").forEach(this::comment);
        for (JsonNode rated : Dataset.read("vader_groundtruth")) {
            labelled(rated, 1 / (1 + Math.exp(1.2 * (valence(rated) + 0.8))), 1);
        }
        for (JsonNode dialogue : Dataset.read("star")) {
            dialogue(dialogue);
        }
        for (String set : List.of("banking77", "clinc150")) {
            Dataset.read(set).forEach(query -> sampled(HumanRequestTexts.text(query), 4));
        }
        for (JsonNode dialogue : Dataset.read("multidogo")) {
            dialogue.get("customer_turns").forEach(turn -> sampled(HumanRequestTexts.text(turn), 8));
        }
        Lexicon.LANGUAGES.forEach(this::lexicon);
    }

    static boolean isNegative(JsonNode post) {
        return post.get("polarity").asString().equals("negative");
    }

    static double valence(JsonNode rated) {
        return rated.get("mean_valence").asDouble();
    }

    static Set<String> emotions(JsonNode comment) {
        return comment.get("emotions").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    static boolean isFrustrated(JsonNode comment) {
        return emotions(comment).stream().anyMatch(FRUSTRATED::contains);
    }

    private void labelled(JsonNode record, double target, double weight) {
        String text = HumanRequestTexts.text(record);
        learner.displeased(text, Fold.of(text), target, weight);
    }

    private void comment(JsonNode comment) {
        boolean unhappy = emotions(comment).stream().anyMatch(UNHAPPY::contains);
        if (isFrustrated(comment)) {
            labelled(comment, 1, 1);
        } else {
            labelled(comment, unhappy ? 0.5 : 0, unhappy ? 0.5 : 1);
        }
    }

    private void dialogue(JsonNode dialogue) {
        JsonNode annoyed = dialogue.get("agent_says_user_annoyed");
        if (annoyed.isNull()) {
            return;
        }
        int fold = Fold.of(dialogue.get("id").asString());
        for (JsonNode turn : dialogue.get("turns")) {
            if (turn.get("role").asString().equals("user")) {
                learner.annoyed(HumanRequestTexts.text(turn), fold, annoyed.asBoolean(), annoyed.asBoolean() ? 3 : 1);
            }
        }
    }

    /** One in so many texts of people who only want something. */
    private void sampled(String text, int of) {
        if (Math.floorMod(text.hashCode(), of) == 0) {
            learner.displeased(text, Fold.of(text), 0, 0.1);
        }
    }

    private void lexicon(String language) {
        Lexicon frustration = Lexicon.builtIn(Lexicon.Purpose.FRUSTRATION, language);
        expand(frustration.phrases("strong"), 1, 0.5);
        expand(frustration.phrases("weak"), 0.7, 0.3);
        expand(frustration.phrases("not"), 0, 0.3);
        for (Lexicon.Purpose purpose :
                List.of(Lexicon.Purpose.TOPIC, Lexicon.Purpose.SMALLTALK, Lexicon.Purpose.HUMAN)) {
            Lexicon other = Lexicon.builtIn(purpose, language);
            for (String section : other.sections()) {
                if (!section.equals("skip")) {
                    expand(other.phrases(section), 0.05, 0.1);
                }
            }
        }
    }

    private void expand(List<String> expressions, double target, double weight) {
        for (String expression : expressions) {
            for (String phrase : Expansion.of(expression, 3, random)) {
                learner.displeased(phrase, Fold.NONE, target, weight);
            }
        }
    }
}
