package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.LearnedMeanings;
import io.chatmgmt.escalation.Likeness;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("accuracy")
@DisplayName("C02: how well a question asked again is known")
class RepeatedQuestionAccuracyTest {

    private static final String PAIRS = "banking77_pairs";

    /** What came out of one half or all of the pairs. */
    private record Figures(double easy, double hard, double all, double recall, double falseEasy, double falseHard) {

        static Figures of(Ear ear, List<JsonNode> pairs) {
            Measures easy = new Measures("easy");
            Measures hard = new Measures("hard");
            Measures all = new Measures("all");
            double[] repeated = new double[3];
            double[] count = new double[3];
            for (JsonNode pair : pairs) {
                Likeness likeness =
                        ear.likeness(pair.get("a").asString(), pair.get("b").asString());
                String kind = pair.get("kind").asString();
                boolean same = kind.equals("same");
                if (!kind.equals("different_hard")) {
                    easy.add(same, likeness.score(), likeness.repeated());
                }
                if (!kind.equals("different_random")) {
                    hard.add(same, likeness.score(), likeness.repeated());
                }
                all.add(same, likeness.score(), likeness.repeated());
                int group = same ? 0 : kind.equals("different_random") ? 1 : 2;
                count[group]++;
                repeated[group] += likeness.repeated() ? 1 : 0;
            }
            return new Figures(
                    easy.auc(),
                    hard.auc(),
                    all.auc(),
                    repeated[0] / count[0],
                    repeated[1] / count[1],
                    repeated[2] / count[2]);
        }

        void print(String name, int pairs) {
            System.out.printf(
                    Locale.ROOT,
                    "repeated question, %s, %d pairs: AUC easy %.3f, hard %.3f, all %.3f;"
                            + " called repeated: same %.3f, different %.4f, different but alike %.3f%n",
                    name,
                    pairs,
                    easy,
                    hard,
                    all,
                    recall,
                    falseEasy,
                    falseHard);
        }
    }

    @BeforeEach
    void needsTheSets() {
        assumeTrue(Dataset.present("banking77", "clinc150", "bitext_cs", "natcs_utterances", "multidogo", PAIRS));
    }

    @Test
    void the_meanings_that_ship_are_the_ones_that_are_learned() throws IOException {
        assertThat(WordMeaningTraining.learn(question -> true)).isEqualTo(LearnedMeanings.shipped());
    }

    @Test
    void questions_that_were_not_learned_from() throws IOException {
        List<JsonNode> pairs =
                pairs(pair -> Math.floorMod(pair.get("id").asString().hashCode(), 3) == 0);
        Set<String> unseen = new HashSet<>();
        for (JsonNode pair : pairs) {
            unseen.add(pair.get("a").asString());
            unseen.add(pair.get("b").asString());
        }
        Ear ear = LearnedMeanings.ear(WordMeaningTraining.learn(question -> !unseen.contains(question.text())));

        Figures figures = Figures.of(ear, pairs);

        figures.print("unseen questions about known matters", pairs.size());
        assertThat(figures.easy()).isGreaterThan(0.95);
        assertThat(figures.hard()).isGreaterThan(0.73);
        assertThat(figures.all()).isGreaterThan(0.84);
        assertThat(figures.falseEasy()).isLessThan(0.003);
        assertThat(figures.falseHard()).isLessThan(0.07);
    }

    @Test
    void matters_that_were_not_learned_from() throws IOException {
        Set<String> intents = new TreeSet<>();
        LabelledQuestions.banking77().forEach(question -> intents.add(question.intent()));
        Set<String> unseen = new HashSet<>();
        int next = 0;
        for (String intent : intents) {
            if (next++ % 4 == 1) {
                unseen.add(intent);
            }
        }
        List<JsonNode> pairs =
                pairs(pair -> unseen.contains(pair.get("intent_a").asString())
                        && unseen.contains(pair.get("intent_b").asString()));
        Ear ear = LearnedMeanings.ear(WordMeaningTraining.learn(question -> !unseen.contains(question.intent())));

        Figures figures = Figures.of(ear, pairs);

        figures.print("unseen matters", pairs.size());
        assertThat(figures.easy()).isGreaterThan(0.85);
        assertThat(figures.all()).isGreaterThan(0.76);
    }

    private static List<JsonNode> pairs(Predicate<JsonNode> chosen) {
        return Dataset.read(PAIRS).stream().filter(chosen).toList();
    }
}
