package io.chatmgmt.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.PartScore;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.quality.EpisodeFacts;
import io.chatmgmt.quality.QualityPolicy;
import io.chatmgmt.quality.QualityScorer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the automated quality tell good conversations from bad ones? Each is scored from its turns alone; what people said
 * of it, whether its task was done and how it ended are withheld.
 */
@Tag("accuracy")
@DisplayName("H01: the automated quality against outcomes and ratings")
class QualityAccuracyTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final Ear ear = Ear.ofDefaults();

    /** One scored conversation with one of its labels. */
    private record Labelled(QualityScore score, double label, int half) {}

    @Test
    void the_score_tells_done_tasks_from_failed_ones_in_star() throws IOException {
        List<JsonNode> talks = read("star/data.jsonl.gz");
        double success = report("star, task success", talks, label("user_task_success"));
        report(
                "star, task success on the happy path",
                talks,
                talk -> talk.get("happy_path").booleanValue()
                        ? label("user_task_success").apply(talk)
                        : Optional.empty());
        double complete = report(
                "star, completed",
                talks,
                talk -> Optional.of(talk.get("completion").stringValue().equals("Complete") ? 1.0 : 0.0));
        double annoyed = report(
                "star, not annoyed",
                talks,
                talk -> label("agent_says_user_annoyed").apply(talk).map(value -> 1 - value));
        report("star, calm and helpful", talks, label("user_says_assistant_calm_helpful"));

        assertThat(success).isGreaterThan(0.75);
        assertThat(complete).isGreaterThan(0.6);
        assertThat(annoyed).isGreaterThan(0.6);
    }

    /** There a refusal is often what the rules ask for, and success is a state of a database: words hardly tell it. */
    @Test
    void the_score_is_not_misled_in_tau() throws IOException {
        List<JsonNode> talks = read("tau_trajectories/data.jsonl.gz");
        assertThat(report("tau, success", talks, label("success"))).isGreaterThan(0.45);
    }

    @Test
    void the_score_of_a_turn_goes_with_how_people_rate_it_in_conture() throws IOException {
        List<Labelled> turns = new ArrayList<>();
        for (JsonNode talk : read("conture/data.jsonl")) {
            Instant at = START;
            int number = 0;
            List<String[]> said = new ArrayList<>();
            for (JsonNode turn : talk.get("turns")) {
                said.add(new String[] {
                    turn.get("user").stringValue(), turn.get("bot").stringValue()
                });
                EpisodeFacts facts = new EpisodeFacts();
                for (String[] each : said.subList(Math.max(0, said.size() - 5), said.size())) {
                    facts.asked(++number, each[0], MessageSignals.NONE, at);
                    facts.answered(++number, each[1], Confidence.unknown(), at);
                }
                double label = turn.get("quality").intValue();
                QualityScorer.builtIn()
                        .score(facts, QualityPolicy.ofDefaults())
                        .ifPresent(score -> turns.add(new Labelled(score, label, 0)));
            }
        }
        double all = print("conture, reply liked", turns);
        assertThat(all).isGreaterThan(0.1);
    }

    private static Function<JsonNode, Optional<Double>> label(String name) {
        return talk -> {
            JsonNode value = talk.get(name);
            return value == null || value.isNull() ? Optional.empty() : Optional.of(value.booleanValue() ? 1.0 : 0.0);
        };
    }

    private double report(String name, List<JsonNode> talks, Function<JsonNode, Optional<Double>> label) {
        List<Labelled> all = new ArrayList<>();
        for (JsonNode talk : talks) {
            Optional<Double> known = label.apply(talk);
            Optional<QualityScore> score = known.isEmpty() ? Optional.empty() : score(talk);
            if (known.isPresent() && score.isPresent()) {
                int half = talk.get("id").stringValue().hashCode() & 1;
                all.add(new Labelled(score.get(), known.get(), half));
            }
        }
        print(name, all);
        return auc(all, labelled -> labelled.score().score());
    }

    private double print(String name, List<Labelled> all) {
        System.out.printf(
                "%n%s: %d conversations, AUC %.3f (halves %.3f, %.3f), rank correlation %.3f%n",
                name,
                all.size(),
                auc(all, each -> each.score().score()),
                auc(half(all, 0), each -> each.score().score()),
                auc(half(all, 1), each -> each.score().score()),
                correlation(all));
        Map<String, List<Labelled>> parts = new TreeMap<>();
        for (Labelled each : all) {
            for (PartScore part : each.score().parts()) {
                parts.computeIfAbsent(part.part().name(), unknown -> new ArrayList<>())
                        .add(new Labelled(
                                new QualityScore(part.score(), List.of(), "part"), each.label(), each.half()));
            }
        }
        parts.forEach((part, labelled) -> System.out.printf(
                "  %-13s n %5d  AUC %.3f  rank correlation %.3f%n",
                part, labelled.size(), auc(labelled, each -> each.score().score()), correlation(labelled)));
        return correlation(all);
    }

    private static List<Labelled> half(List<Labelled> all, int half) {
        return all.stream().filter(each -> each.half() == half).toList();
    }

    private Optional<QualityScore> score(JsonNode talk) {
        EpisodeFacts facts = new EpisodeFacts();
        Instant at = START;
        int number = 0;
        for (JsonNode turn : talk.get("turns")) {
            JsonNode words = turn.get("text");
            String role = turn.get("role").stringValue();
            if (words == null || words.isNull() || !(role.equals("user") || role.equals("agent"))) {
                continue;
            }
            String text = words.stringValue();
            JsonNode seconds = turn.get("t");
            at = seconds == null
                    ? at.plusSeconds(20)
                    : START.plus(Duration.ofMillis((long) (seconds.doubleValue() * 1000)));
            if (role.equals("user")) {
                facts.asked(++number, text, ear.hear(text, "en"), at);
            } else {
                facts.answered(++number, text, Confidence.unknown(), at);
            }
        }
        facts.ended(true);
        return QualityScorer.builtIn().score(facts, QualityPolicy.ofDefaults());
    }

    /** The chance that a good one scores higher than a bad one; labels from the middle of their range up are good. */
    private static double auc(List<Labelled> all, Function<Labelled, Double> score) {
        double max = all.stream().mapToDouble(Labelled::label).max().orElse(1);
        double[] ranks = ranks(all.stream().mapToDouble(score::apply).toArray());
        double sum = 0;
        long good = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (all.get(i).label() > max / 2) {
                sum += ranks[i];
                good++;
            }
        }
        long bad = all.size() - good;
        return good == 0 || bad == 0 ? Double.NaN : (sum - good * (good + 1) / 2.0) / ((double) good * bad);
    }

    /** Spearman's. */
    private static double correlation(List<Labelled> all) {
        double[] one =
                ranks(all.stream().mapToDouble(each -> each.score().score()).toArray());
        double[] other = ranks(all.stream().mapToDouble(Labelled::label).toArray());
        double mean = (all.size() + 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        double otherVariance = 0;
        for (int i = 0; i < one.length; i++) {
            covariance += (one[i] - mean) * (other[i] - mean);
            variance += (one[i] - mean) * (one[i] - mean);
            otherVariance += (other[i] - mean) * (other[i] - mean);
        }
        return variance == 0 || otherVariance == 0 ? 0 : covariance / Math.sqrt(variance * otherVariance);
    }

    private static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j < order.length && values[order[j]] == values[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                ranks[order[k]] = (i + j + 1) / 2.0;
            }
            i = j;
        }
        return ranks;
    }

    private static List<JsonNode> read(String name) throws IOException {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            System.out.println("skipped: there is no " + file);
            Assumptions.abort("no " + file);
        }
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
