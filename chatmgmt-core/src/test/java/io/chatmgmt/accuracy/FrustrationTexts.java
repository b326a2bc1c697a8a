package io.chatmgmt.accuracy;

import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.language.GramTraining;
import io.chatmgmt.language.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the detector of frustration learns from: sets of others, from forums, reviews and talks with an assistant, lines of
 * films, sentences of its own, and what the lexicons hold.
 */
final class FrustrationTexts {

    /** The feelings of someone who is dissatisfied with another, and those that are near. */
    static final Set<String> FRUSTRATED = Set.of("anger", "annoyance", "disappointment", "disapproval");

    private static final Set<String> UNHAPPY =
            Set.of("disgust", "sadness", "remorse", "fear", "embarrassment", "grief");

    private static final Set<String> NEUTRAL = Set.of("neutral");

    /** Each set has a task of its own. */
    private static final int POSTS = 1;

    private static final int COMMENTS = 2;
    private static final int TWEETS = 3;
    private static final int REVIEWS = 4;
    private static final int WISHES = 5;
    private static final int DIALOGUES = 6;
    private static final int LEXICONS = 7;
    private static final int WRITTEN = 8;
    private static final int SUBTITLES = 9;

    private static final int WRITTEN_EACH = 12;
    private static final double WRITTEN_WEIGHT = 0.4;
    private static final int LEXICON_EACH = 3;

    /** What a rating of one more of four counts in the score, and how much ratings matter. */
    private static final double RATED_STEP = 1.6;

    private static final double RATED_WEIGHT = 0.2;

    /** Few are annoyed. */
    private static final double ANNOYED_WEIGHT = 1.5;

    private final GramTraining training;
    private final int lane;
    private final Random random = new Random(2);

    /** Texts for one lane. */
    FrustrationTexts(GramTraining training, int lane) {
        this.training = training;
        this.lane = lane;
    }

    /** All that is in English, and what the lexicons of every language hold. */
    void all() {
        for (JsonNode post : Dataset.read("senti4sd")) {
            labelled(HumanRequestTexts.text(post), POSTS, isNegative(post) ? 1 : 0, 1);
        }
        Dataset.read("goemotions").forEach(this::comment);
        Dataset.read("vader_groundtruth").forEach(this::rated);
        Dataset.read("star").forEach(this::dialogue);
        for (String set : List.of("banking77", "clinc150", "natcs_utterances", "nlupp")) {
            Dataset.read(set).forEach(query -> sampled(HumanRequestTexts.text(query), 12));
        }
        for (JsonNode dialogue : Dataset.read("multidogo")) {
            dialogue.get("customer_turns").forEach(turn -> sampled(HumanRequestTexts.text(turn), 24));
        }
        written("en");
        Lexicon.LANGUAGES.forEach(this::lexicon);
    }

    /** What is written for a language. */
    void written(String language) {
        expand(WrittenSentences.of("frustration", language, "annoyed"), WRITTEN, WRITTEN_EACH, 1, WRITTEN_WEIGHT);
        expand(WrittenSentences.of("frustration", language, "calm"), WRITTEN, WRITTEN_EACH, 0, WRITTEN_WEIGHT);
    }

    /** Lines of films, which count so much. */
    void subtitles(List<Subtitle> lines, double weight) {
        for (Subtitle line : lines) {
            labelled(line.text(), SUBTITLES, line.target(), weight * line.weight());
        }
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

    private GramTraining.Place place(int task, int fold) {
        return new GramTraining.Place(lane, task, fold);
    }

    private void labelled(String text, int task, double target, double weight) {
        training.labelled(text, place(task, Fold.of(text)), target, weight, Detectors.frustrationTraits(text));
    }

    private void comment(JsonNode comment) {
        comment(HumanRequestTexts.text(comment), emotions(comment));
    }

    /** A comment and what its writer felt. */
    void comment(String text, Set<String> emotions) {
        boolean unhappy = emotions.stream().anyMatch(UNHAPPY::contains);
        if (emotions.stream().anyMatch(FRUSTRATED::contains)) {
            labelled(text, COMMENTS, 1, 1);
        } else if (unhappy) {
            labelled(text, COMMENTS, 0.5, 0.3);
        } else {
            labelled(text, COMMENTS, 0, emotions.equals(NEUTRAL) ? 1 : 0.5);
        }
    }

    private void rated(JsonNode rated) {
        String text = HumanRequestTexts.text(rated);
        int task = rated.get("kind").asString().equals("tweet") ? TWEETS : REVIEWS;
        double score = -RATED_STEP * valence(rated);
        training.rated(text, place(task, Fold.of(text)), score, RATED_WEIGHT, Detectors.frustrationTraits(text));
    }

    /** Somebody who was annoyed said so at least once. */
    private void dialogue(JsonNode dialogue) {
        JsonNode annoyed = dialogue.get("agent_says_user_annoyed");
        if (annoyed.isNull()) {
            return;
        }
        List<String> texts = new ArrayList<>();
        List<double[]> traits = new ArrayList<>();
        for (JsonNode turn : dialogue.get("turns")) {
            if (turn.get("role").asString().equals("user")) {
                texts.add(HumanRequestTexts.text(turn));
                traits.add(Detectors.frustrationTraits(HumanRequestTexts.text(turn)));
            }
        }
        int fold = Fold.of(dialogue.get("id").asString());
        training.any(
                texts, traits, place(DIALOGUES, fold), annoyed.asBoolean(), annoyed.asBoolean() ? ANNOYED_WEIGHT : 1);
    }

    /** Who only wants something, in another language than English. */
    void wishesInOtherLanguages() {
        for (JsonNode query : Dataset.read("ask_human_multi")) {
            if (!query.get("lang").asString().equals("en")) {
                labelled(HumanRequestTexts.text(query), WISHES, 0, 1);
            }
        }
    }

    /** One in so many texts of people who only want something. */
    private void sampled(String text, int of) {
        if (Math.floorMod(text.hashCode(), of) == 0) {
            labelled(text, WISHES, 0, 1);
        }
    }

    /** What the lexicons of a language hold. */
    void lexicon(String language) {
        Lexicon frustration = Lexicon.builtIn(Lexicon.Purpose.FRUSTRATION, language);
        expand(frustration.phrases("strong"), 1, 0.1);
        expand(frustration.phrases("weak"), 0.7, 0.06);
        expand(frustration.phrases("not"), 0, 0.06);
        for (Lexicon.Purpose purpose :
                List.of(Lexicon.Purpose.TOPIC, Lexicon.Purpose.SMALLTALK, Lexicon.Purpose.HUMAN)) {
            Lexicon other = Lexicon.builtIn(purpose, language);
            for (String section : other.sections()) {
                if (!section.equals("skip")) {
                    expand(other.phrases(section), 0.05, 0.02);
                }
            }
        }
    }

    private void expand(List<String> expressions, double target, double weight) {
        expand(expressions, LEXICONS, LEXICON_EACH, target, weight);
    }

    private void expand(List<String> expressions, int task, int most, double target, double weight) {
        for (String expression : expressions) {
            for (String text : Expansion.of(expression, most, random)) {
                training.labelled(text, place(task, Fold.NONE), target, weight, Detectors.frustrationTraits(text));
            }
        }
    }
}
