package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts a report's figures again from nothing but the input and the decisions, by the formulas of the command's
 * contract. For inputs whose turns are not dated otherwise than by {@code t}, and in which only the team writes for people.
 */
final class Recount {

    private static final Set<String> ANSWERED = Set.of("DELIVER", "APPROVED", "EDITED");
    private static final Instant FIRST_LINE = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Instant> openedAt = new HashMap<>();
    private final Map<String, List<Instant>> turns = new HashMap<>();
    private final Map<String, JsonNode> lines = new HashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<String, Instant> queuedAt = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Map<String, Integer> handled = new HashMap<>();
    private final List<Double> responses = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> durations = new ArrayList<>();
    private final List<Double> confidences = new ArrayList<>();
    private final List<Double> ratings = new ArrayList<>();
    private final Set<String> called = new HashSet<>();
    private final Set<String> resolved = new HashSet<>();
    private final long[] hours = new long[24];
    private int customer;

    private Recount(List<String> input) {
        JsonMapper json = new JsonMapper();
        for (String text : input) {
            JsonNode line = json.readTree(text);
            Instant opened = FIRST_LINE.plus(Duration.ofMinutes(lines.size()));
            List<Instant> at = new ArrayList<>();
            Instant before = null;
            for (JsonNode turn : line.get("turns")) {
                Instant next = before == null ? opened : before.plusSeconds(20);
                before = turn.has("t")
                        ? opened.plusMillis(Math.round(turn.get("t").doubleValue() * 1000))
                        : next;
                at.add(before);
                if (isOfCustomer(turn)) {
                    customer++;
                    hours[before.atZone(ZoneOffset.UTC).getHour()]++;
                }
            }
            if (line.hasNonNull("rating")) {
                ratings.add(line.get("rating").doubleValue());
            }
            String id = line.get("id").stringValue();
            openedAt.put(id, at.get(0).isBefore(opened) ? at.get(0) : opened);
            lines.put(id, line);
            turns.put(id, at);
        }
    }

    static void agree(List<String> input, ReplayRun run) {
        Recount recount = new Recount(input);
        run.decisions().forEach(recount::count);
        recount.check(run.report());
    }

    private static boolean isOfCustomer(JsonNode turn) {
        return turn.get("from").stringValue().equals("customer");
    }

    private void count(JsonNode decision) {
        String id = decision.get("conversation").stringValue();
        String kind = decision.get("kind").stringValue();
        Instant at = Instant.parse(decision.get("at").stringValue());
        if (ANSWERED.contains(kind)) {
            answers.merge(id, 1, Integer::sum);
            int turn = decision.get("turn").intValue();
            respond(id, turn);
            JsonNode answer = lines.get(id).get("turns").get(turn);
            if (answer.hasNonNull("confidence")) {
                confidences.add(answer.get("confidence").doubleValue());
            }
        } else if (kind.equals("QUEUED")) {
            queuedAt.put(id, at);
            called.add(id);
        } else if (kind.equals("ACCEPTED")) {
            waits.add(seconds(queuedAt.remove(id), at));
            handled.merge(decision.get("agent").stringValue(), 1, Integer::sum);
        } else if (kind.equals("RESOLVED")) {
            durations.add(seconds(openedAt.get(id), at));
            resolved.add(id);
        }
    }

    /** The first answer to the customer's latest message, from that message on. */
    private void respond(String id, int turn) {
        JsonNode said = lines.get(id).get("turns");
        int question = turn - 1;
        while (question >= 0 && !isOfCustomer(said.get(question))) {
            question--;
        }
        if (question < 0) {
            return;
        }
        Integer before = answered.put(id, question);
        if (before == null || before != question) {
            responses.add(seconds(turns.get(id).get(question), turns.get(id).get(turn)));
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private void check(JsonNode report) {
        int ai = answers.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(report.get("messages").get("customer").intValue()).isEqualTo(customer);
        assertThat(report.get("messages").get("ai").intValue()).isEqualTo(ai);
        assertThat(report.get("escalationRate").doubleValue())
                .isEqualTo(report.get("escalated").doubleValue() / answers.size());
        assertMean(report.get("confidence"), confidences);
        assertMean(report.get("satisfaction"), ratings);
        assertThat(report.get("satisfaction").get("count").intValue()).isEqualTo(ratings.size());
        assertMean(report.get("responseSeconds"), responses);
        assertMean(report.get("durationSeconds"), durations);
        assertThat(report.get("firstResponseResolutionRate").doubleValue())
                .isCloseTo((double) solvedAtOnce() / answers.size(), within(1e-9));
        assertPeaks(report);
        assertParts(report);
        assertPercentile(report, "waitSeconds", "p50", waits, 50);
        assertPercentile(report, "waitSeconds", "p90", waits, 90);
        assertPercentile(report, "responseSeconds", "p50", responses, 50);
        assertPercentile(report, "responseSeconds", "p95", responses, 95);
        assertPercentile(report, "durationSeconds", "p50", durations, 50);
        assertPercentile(report, "durationSeconds", "p95", durations, 95);
        for (JsonNode agent : report.get("agents")) {
            assertThat(agent.get("handled").intValue())
                    .isEqualTo(handled.get(agent.get("id").stringValue()));
        }
    }

    /** Resolved, with one answer of the AI and nobody called. */
    private long solvedAtOnce() {
        return answers.keySet().stream()
                .filter(id -> answers.get(id) == 1 && resolved.contains(id) && !called.contains(id))
                .count();
    }

    private static void assertMean(JsonNode figure, List<Double> values) {
        if (values.isEmpty()) {
            assertThat(figure.get("mean").isNull()).isTrue();
        } else {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(figure.get("mean").doubleValue()).isCloseTo(mean, within(1e-6 * Math.max(1, mean)));
        }
    }

    /** Hour by hour: a peak is more than 1.25 times the mean hour. */
    private void assertPeaks(JsonNode report) {
        boolean[] told = new boolean[hours.length];
        for (JsonNode peak : report.get("peakHours")) {
            int from = peak.get("from").intValue();
            int to = peak.get("to").intValue();
            for (int hour = from; hour < (to > from ? to : to + hours.length); hour++) {
                told[hour % hours.length] = true;
            }
        }
        for (int hour = 0; hour < hours.length; hour++) {
            assertThat(told[hour]).as("peak at " + hour).isEqualTo(hours[hour] > 1.25 * customer / hours.length);
        }
    }

    /** Every conversation is held in one language, and about one topic at most; all that was written is somebody's. */
    private void assertParts(JsonNode report) {
        int conversations = report.get("conversations").intValue();
        assertThat(conversations).isEqualTo(lines.size());
        assertThat(sum(report.get("languages"))).isEqualTo(conversations);
        assertThat(sum(report.get("topics"))).isLessThanOrEqualTo(conversations);
        assertThat(report.get("messagesPerConversation").doubleValue())
                .isCloseTo((double) sum(report.get("messages")) / conversations, within(1e-9));
    }

    private static int sum(JsonNode counts) {
        int sum = 0;
        for (JsonNode count : counts) {
            sum += count.intValue();
        }
        return sum;
    }

    private static void assertPercentile(
            JsonNode report, String figure, String name, List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        assertThat(report.get(figure).get(name).doubleValue())
                .as(figure + " " + name)
                .isEqualTo(sorted.get(rank - 1));
    }
}
