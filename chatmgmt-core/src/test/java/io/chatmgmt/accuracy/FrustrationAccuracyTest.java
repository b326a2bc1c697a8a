package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.escalation.FrustrationDetector;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * How well frustration is heard, on texts that the weights were not learned from: five times a model is learned from four fifths
 * of the data, and measured on the rest.
 */
@Tag("accuracy")
class FrustrationAccuracyTest {

    private static final Measures POSTS = new Measures("frustration, senti4sd negative");
    private static final Measures COMMENTS = new Measures("frustration, goemotions against neutral");
    private static final Measures DIALOGUES = new Measures("frustration, star annoyed, highest of a dialogue");
    private static final Measures COMMANDS = new Measures("frustration, xsid, twelve languages but English");
    private static final Map<String, List<double[]>> RATED = new TreeMap<>();

    @BeforeAll
    static void measure() {
        CrossValidation.start();
        for (int fold = 0; fold < Fold.COUNT; fold++) {
            FrustrationDetector detector = Detectors.frustration(CrossValidation.model(fold));
            for (JsonNode post : Dataset.read("senti4sd")) {
                if (Fold.of(HumanRequestTexts.text(post)) == fold) {
                    add(POSTS, FrustrationTexts.isNegative(post), score(detector, post));
                }
            }
            for (JsonNode comment : Dataset.read("goemotions")) {
                boolean frustrated = FrustrationTexts.isFrustrated(comment);
                boolean neutral = FrustrationTexts.emotions(comment).equals(Set.of("neutral"));
                if ((frustrated || neutral) && Fold.of(HumanRequestTexts.text(comment)) == fold) {
                    add(COMMENTS, frustrated, score(detector, comment));
                }
            }
            for (JsonNode rated : Dataset.read("vader_groundtruth")) {
                if (Fold.of(HumanRequestTexts.text(rated)) == fold) {
                    RATED.computeIfAbsent(rated.get("kind").asString(), kind -> new ArrayList<>())
                            .add(new double[] {-FrustrationTexts.valence(rated), score(detector, rated)});
                }
            }
            measureDialogues(detector, fold);
        }
        measureCommands();
        System.out.println(POSTS + "\n" + COMMENTS + "\n" + DIALOGUES + "\n" + COMMANDS);
        System.out.printf(Locale.ROOT, "%-44s average precision %.3f%n", "", DIALOGUES.averagePrecision());
        RATED.forEach((kind, pairs) -> System.out.printf(
                Locale.ROOT,
                "%-44s n %6d  correlation %.3f%n",
                "frustration, vader_groundtruth " + kind,
                pairs.size(),
                correlation(kind)));
    }

    private static void measureDialogues(FrustrationDetector detector, int fold) {
        for (JsonNode dialogue : Dataset.read("star")) {
            JsonNode annoyed = dialogue.get("agent_says_user_annoyed");
            if (annoyed.isNull() || Fold.of(dialogue.get("id").asString()) != fold) {
                continue;
            }
            double highest = 0;
            for (JsonNode turn : dialogue.get("turns")) {
                if (turn.get("role").asString().equals("user")) {
                    highest = Math.max(highest, score(detector, turn));
                }
            }
            add(DIALOGUES, annoyed.asBoolean(), highest);
        }
    }

    /** Nobody is annoyed who asks for the weather; nothing was learned from these. */
    private static void measureCommands() {
        FrustrationDetector detector = FrustrationDetector.ofDefaults();
        for (JsonNode command : Dataset.read("lid_xsid")) {
            if (!command.get("lang").asString().equals("en")) {
                add(COMMANDS, false, score(detector, command));
            }
        }
    }

    private static double score(FrustrationDetector detector, JsonNode record) {
        ScannedText text = new TextScanner().scan(HumanRequestTexts.text(record));
        return detector.detect(text, Detectors.language(text)).score();
    }

    private static void add(Measures measures, boolean label, double score) {
        measures.add(label, score, score >= Signal.OPERATING_POINT);
    }

    private static double correlation(String kind) {
        double[] sums = new double[5];
        List<double[]> pairs = RATED.get(kind);
        for (double[] pair : pairs) {
            sums[0] += pair[0];
            sums[1] += pair[1];
            sums[2] += pair[0] * pair[0];
            sums[3] += pair[1] * pair[1];
            sums[4] += pair[0] * pair[1];
        }
        int n = pairs.size();
        return (n * sums[4] - sums[0] * sums[1])
                / Math.sqrt((n * sums[2] - sums[0] * sums[0]) * (n * sums[3] - sums[1] * sums[1]));
    }

    @Test
    @DisplayName("C03: negative posts of a support forum are heard")
    void negative_posts_of_a_support_forum_are_heard() {
        assertThat(POSTS.f1()).isGreaterThan(0.77);
        assertThat(COMMENTS.auc()).isGreaterThan(0.76);
    }

    @Test
    @DisplayName("C03: customers who annoy an assistant's operator score higher")
    void annoyed_customers_score_higher() {
        assertThat(DIALOGUES.auc()).isGreaterThan(0.725);
    }

    @Test
    @DisplayName("C03: who asks for the weather is not annoyed, in whichever language")
    void commands_are_no_frustration() {
        assertThat(COMMANDS.falseAlarms()).isLessThan(0.012);
    }

    @Test
    @DisplayName("C03: the score follows how people rated the text")
    void the_score_follows_how_people_rated_the_text() {
        assertThat(correlation("tweet")).isGreaterThan(0.85);
        assertThat(correlation("amazon")).isGreaterThan(0.67);
    }
}
