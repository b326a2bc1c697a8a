package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
                customer += isOfCustomer(turn) ? 1 : 0;
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
            respond(id, decision.get("turn").intValue());
        } else if (kind.equals("QUEUED")) {
            queuedAt.put(id, at);
        } else if (kind.equals("ACCEPTED")) {
            waits.add(seconds(queuedAt.remove(id), at));
            handled.merge(decision.get("agent").stringValue(), 1, Integer::sum);
        } else if (kind.equals("RESOLVED")) {
            durations.add(seconds(openedAt.get(id), at));
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

    private static void assertPercentile(
            JsonNode report, String figure, String name, List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        assertThat(report.get(figure).get(name).doubleValue())
                .as(figure + " " + name)
                .isEqualTo(sorted.get(rank - 1));
    }
}
