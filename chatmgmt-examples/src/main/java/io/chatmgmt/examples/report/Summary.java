package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.ConfidenceBand;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a replay in the way a dashboard would show it: plain text, at most 100 columns wide. */
public final class Summary {

    private static final int WIDTH = 98;
    private static final int BAR = 30;
    private static final String NOTHING = "–";

    private final Report report;
    private final LiveList liveList;
    private final Map<String, String> explained;

    /**
     * A summary.
     *
     * @param report the figures
     * @param liveList the open conversations at a busy moment
     * @param explained a sentence for each reason that called a person
     */
    public Summary(Report report, LiveList liveList, Map<String, String> explained) {
        this.report = report;
        this.liveList = liveList;
        this.explained = explained;
    }

    /**
     * Prints it.
     *
     * @param out where
     */
    public void print(PrintStream out) {
        out.println();
        out.println("chatmgmt  " + "─".repeat(WIDTH - 10));
        cards(out);
        live(out);
        why(out);
        bars(out, "Escalations by reason", report.escalationsByReason());
        bars(out, "AI confidence", bands());
        bars(out, "Languages", report.languages());
        bars(out, "Topics", report.topics());
        agents(out);
        speed(out);
    }

    private void cards(PrintStream out) {
        card(
                out,
                "Conversations",
                report.conversations() + " (" + report.messages().total() + " messages)",
                "Escalation rate",
                percent(report.escalationRate()) + " (" + report.escalated() + " called)");
        card(
                out,
                "AI confidence",
                percent(report.confidence().mean()),
                "Satisfaction",
                number(report.satisfaction().mean(), "/5") + " ("
                        + report.satisfaction().count() + " ratings)");
        card(
                out,
                "First response resolution",
                percent(report.firstResponseResolutionRate()),
                "Resolved",
                percent(report.resolutionRate()));
        card(
                out,
                "Response time of the AI",
                number(report.responseSeconds().mean(), " s") + " (p95 "
                        + number(report.responseSeconds().p95(), " s") + ")",
                "Wait for a person",
                number(report.waitSeconds().p50(), " s") + " (p90 "
                        + number(report.waitSeconds().p90(), " s") + ")");
        card(
                out,
                "Duration",
                minutes(report.durationSeconds().mean()),
                "Messages per conversation",
                number(report.messagesPerConversation(), ""));
        Report.Held held = report.held();
        card(
                out,
                "Held answers",
                held.approved() + " sent as they stood",
                "changed or replaced",
                Integer.toString(held.edited() + held.replaced()));
        card(out, "", held.discarded() + " discarded", "ran out of time", Integer.toString(held.expired()));
        card(out, "Peak hours (UTC)", peaks(), "", "");
    }

    private static void card(PrintStream out, String left, String value, String right, String other) {
        out.printf(Locale.ROOT, "  %-25s  %-23s  %-25s  %s%n", left, value, right, other);
    }

    private void live(PrintStream out) {
        Instant at = liveList.at();
        if (at == null) {
            return;
        }
        heading(out, "Live conversations at " + at.truncatedTo(ChronoUnit.SECONDS));
        out.printf(
                Locale.ROOT,
                "  %-14s %-24s %-10s %-10s %-11s %s%n",
                "Conversation",
                "Customer",
                "Status",
                "Duration",
                "Confidence",
                "Action");
        for (LiveList.Row row : liveList.rows()) {
            out.printf(
                    Locale.ROOT,
                    "  %-14s %-24s %-10s %-10s %-11s [%s]%n",
                    cut(row.id(), 14),
                    cut(row.customer(), 24),
                    word(row.status().name()),
                    clock(row.duration()),
                    Double.isNaN(row.confidence()) ? NOTHING : percent(row.confidence()),
                    word(row.status().primaryAction().name()));
        }
    }

    private void why(PrintStream out) {
        if (explained.isEmpty()) {
            return;
        }
        heading(out, "Why people were called, in words");
        explained.values().forEach(sentence -> {
            String rest = sentence;
            String indent = "  ";
            while (rest.length() > WIDTH - indent.length()) {
                int end = Math.max(1, rest.lastIndexOf(' ', WIDTH - indent.length()));
                out.println(indent + rest.substring(0, end));
                rest = rest.substring(end).strip();
                indent = "      ";
            }
            out.println(indent + rest);
        });
    }

    private Map<String, Integer> bands() {
        Map<String, Integer> bands = new java.util.LinkedHashMap<>();
        for (ConfidenceBand band : ConfidenceBand.values()) {
            int count = report.confidence().bands().getOrDefault(band, 0);
            if (count > 0) {
                bands.put(word(band.name()), count);
            }
        }
        return bands;
    }

    private static void bars(PrintStream out, String title, Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            return;
        }
        heading(out, title);
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<String, Integer> entry : entries) {
            double share = (double) entry.getValue() / total;
            out.printf(
                    Locale.ROOT,
                    "  %-26s %6d  %6s  %s%n",
                    cut(entry.getKey(), 26),
                    entry.getValue(),
                    percent(share),
                    "█".repeat((int) Math.round(share * BAR)));
        }
    }

    private void agents(PrintStream out) {
        if (report.agents().isEmpty()) {
            return;
        }
        heading(out, "Agents");
        for (Report.AgentFigures agent : report.agents()) {
            out.printf(
                    Locale.ROOT,
                    "  %-14s %4d conversations, %5d messages, satisfaction %s%n",
                    cut(agent.id(), 14),
                    agent.handled(),
                    agent.messages(),
                    number(agent.satisfaction().mean(), "/5"));
        }
    }

    private void speed(PrintStream out) {
        out.println("─".repeat(WIDTH));
        out.printf(
                Locale.ROOT,
                "  %d turns in %d ms, %s a second%s%n",
                report.turns(),
                report.elapsed().toMillis(),
                report.messagesPerSecond() == null
                        ? NOTHING
                        : String.format(Locale.ROOT, "%,.0f", report.messagesPerSecond()),
                report.skippedLines() == 0 ? "" : "; " + report.skippedLines() + " lines could not be used");
    }

    private static void heading(PrintStream out, String title) {
        out.println();
        out.println("  " + title);
        out.println("  " + "─".repeat(title.length()));
    }

    private String peaks() {
        List<String> peaks = new ArrayList<>();
        report.peakHours().forEach(hours -> peaks.add(hours.from() + "–" + hours.to() + " h"));
        return peaks.isEmpty() ? NOTHING : String.join(", ", peaks);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? NOTHING : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String number(@Nullable Double value, String unit) {
        return value == null ? NOTHING : String.format(Locale.ROOT, "%.1f%s", value, unit);
    }

    private static String minutes(@Nullable Double seconds) {
        return seconds == null ? NOTHING : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }

    private static String clock(Duration duration) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
