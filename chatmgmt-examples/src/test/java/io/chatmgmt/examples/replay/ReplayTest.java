package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayTest {

    @TempDir
    private Path directory;

    @Test
    void what_a_line_does_not_say_has_its_default() {
        ReplayRun run = ReplayRun.ofLines(
                directory,
                List.of(
                        "{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Where is my invoice?\"},"
                                + "{\"from\":\"ai\",\"text\":\"Under Settings.\"}]}",
                        "{\"id\":\"c2\",\"turns\":[{\"from\":\"customer\",\"text\":\"How do I pin a note?\",\"t\":5}]}"));

        assertThat(run.status()).isZero();
        assertThat(run.decided("c1")).containsExactly("1 DELIVER", "null RESOLVED");
        assertThat(run.decisions().get(0).get("at").stringValue()).isEqualTo("2026-01-01T00:00:20Z");
        assertThat(run.decisions().get(2).get("at").stringValue()).isEqualTo("2026-01-01T00:01:05Z");
        assertThat(run.report().get("confidence").get("mean").isNull()).isTrue();
    }

    @Test
    void an_agent_accepts_after_fifteen_seconds_and_later_ai_turns_are_stale() {
        ReplayRun run = ReplayRun.ofLines(
                directory,
                List.of("{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Can I speak to a human?\"},"
                        + "{\"from\":\"ai\",\"text\":\"I can help.\"},{\"from\":\"ai\",\"text\":\"Hello?\"}]}"));

        assertThat(run.decided("c1"))
                .containsExactly(
                        "0 ESCALATE", "0 QUEUED", "0 OFFERED", "null ACCEPTED", "1 STALE", "2 STALE", "null RESOLVED");
        assertThat(run.report().get("waitSeconds").get("p50").doubleValue()).isEqualTo(15);
    }

    @Test
    void an_offer_that_is_open_at_the_end_is_abandoned() {
        ReplayRun run = ReplayRun.ofLines(
                directory,
                List.of("{\"id\":\"c1\",\"resolved\":false,\"turns\":"
                        + "[{\"from\":\"customer\",\"text\":\"Can I speak to a human?\"}]}"));

        assertThat(run.decided("c1")).containsExactly("0 ESCALATE", "0 QUEUED", "0 OFFERED", "null ABANDONED");
        assertThat(run.report().get("resolutionRate").doubleValue()).isZero();
    }

    @Test
    void a_recorded_agent_joins() {
        ReplayRun run = ReplayRun.ofLines(
                directory,
                List.of("{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Where is my invoice?\"},"
                        + "{\"from\":\"agent\",\"agentId\":\"zoe\",\"text\":\"Here it is.\"}],\"rating\":4}"));

        assertThat(run.decided("c1")).containsExactly("1 ACCEPTED", "null RESOLVED");
        JsonNode agent = run.report().get("agents").get(0);
        assertThat(agent.get("id").stringValue()).isEqualTo("zoe");
        assertThat(agent.get("handled").intValue()).isEqualTo(1);
        assertThat(run.report().get("messages").get("agent").intValue()).isEqualTo(1);
        assertThat(run.report().get("satisfaction").get("mean").doubleValue()).isEqualTo(4);
    }

    @Test
    void in_shadow_everything_is_delivered_and_new_reasons_escalate_again() {
        ReplayRun run = ReplayRun.ofLines(
                directory,
                List.of("{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Can I speak to a human?\"},"
                        + "{\"from\":\"ai\",\"text\":\"I can help.\",\"confidence\":0.2},"
                        + "{\"from\":\"customer\",\"text\":\"Can I speak to a human?\"},"
                        + "{\"from\":\"customer\",\"text\":\"This is terrible, awful, I am angry!\"},"
                        + "{\"from\":\"ai\",\"text\":\"I am sorry.\"}]}"),
                "--shadow");

        assertThat(run.decided("c1"))
                .containsExactly("0 ESCALATE", "1 DELIVER", "3 ESCALATE", "4 DELIVER", "null RESOLVED");
        assertThat(run.report().get("messages").get("system").intValue()).isZero();
    }

    @Test
    void the_sample_day_is_the_same_twice_and_its_report_agrees_with_its_decisions() {
        ReplayRun first = ReplayRun.of(directory);
        byte[] once = first.decisionBytes();
        ReplayRun second = ReplayRun.of(directory);

        assertThat(second.status()).isZero();
        assertThat(second.decisionBytes()).isEqualTo(once);
        assertThat(second.out()).contains("Escalations by reason");
        assertThat(second.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        agree(second);
        assertThat(kinds(second))
                .contains(
                        "DELIVER",
                        "HOLD",
                        "FALLBACK",
                        "DISCARD",
                        "STALE",
                        "APPROVED",
                        "EDITED",
                        "REPLACED",
                        "EXPIRED",
                        "OFFER_HUMAN",
                        "FLAG",
                        "ESCALATE",
                        "QUEUED",
                        "OFFERED",
                        "ACCEPTED",
                        "DECLINED",
                        "TIMED_OUT",
                        "TRANSFERRED",
                        "REOPENED",
                        "HANDED_BACK",
                        "ABANDONED",
                        "RESOLVED");
    }

    static Set<String> kinds(ReplayRun run) {
        Set<String> kinds = new HashSet<>();
        run.decisions().forEach(line -> kinds.add(line.get("kind").stringValue()));
        return kinds;
    }

    /** Counts the report's figures again, from nothing but the decisions. */
    static void agree(ReplayRun run) {
        Set<String> escalated = new HashSet<>();
        TreeMap<String, Integer> reasons = new TreeMap<>();
        int approved = 0;
        Set<String> resolved = new HashSet<>();
        for (JsonNode line : run.decisions()) {
            String kind = line.get("kind").stringValue();
            approved += kind.equals("APPROVED") ? 1 : 0;
            if (kind.equals("RESOLVED")) {
                // one that is reopened is resolved again
                resolved.add(line.get("conversation").stringValue());
            }
            if (kind.equals("ESCALATE")) {
                escalated.add(line.get("conversation").stringValue());
                assertThat(line.get("reasons")).isNotEmpty();
                for (JsonNode reason : line.get("reasons")) {
                    assertThat(reason.get("evidence")).isNotEmpty();
                    reasons.merge(reason.get("code").stringValue(), 1, Integer::sum);
                }
            }
        }
        JsonNode report = run.report();
        assertThat(report.get("escalated").intValue()).isEqualTo(escalated.size());
        assertThat(report.get("held").get("approved").intValue()).isEqualTo(approved);
        assertThat(report.get("resolutionRate").doubleValue())
                .isEqualTo(
                        (double) resolved.size() / report.get("conversations").intValue());
        TreeMap<String, Integer> reported = new TreeMap<>();
        report.get("escalationsByReason")
                .properties()
                .forEach(entry -> reported.put(entry.getKey(), entry.getValue().intValue()));
        assertThat(reported).isEqualTo(reasons);
    }
}
