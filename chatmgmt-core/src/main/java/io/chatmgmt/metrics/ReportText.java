package io.chatmgmt.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report for people. Not thread-safe. */
final class ReportText {

    private static final String NOTHING = "–";
    private static final int SECONDS_A_MINUTE = 60;
    private static final int PERCENT = 100;
    private static final int MOST_PARTS = 6;

    private final StringBuilder out = new StringBuilder();
    private final PeriodReport report;

    ReportText(PeriodReport report) {
        this.report = report;
        out.append(report.range().from())
                .append(" to ")
                .append(report.range().to().minusDays(1))
                .append(" (")
                .append(report.range().zone().getId())
                .append(")\n");
        quality();
        efficiency();
        volume();
        parts("Topics", report.topics());
        parts("Languages", report.languages());
        parts("Escalations by Trigger", report.escalations());
        parts("Ratings by Stars", report.ratings());
        parts("Surveys Not Sent", report.notSent());
        trends();
        agents();
    }

    private void quality() {
        heading("Response Quality");
        line("AI Confidence Average", percent(KeyFigures.CONFIDENCE));
        line("Customer Satisfaction", stars(report.get(KeyFigures.SATISFACTION)) + ofHowMany());
        line("Survey Response Rate", percent(KeyFigures.SURVEY_RESPONSE));
        line("First Response Resolution", percent(KeyFigures.FIRST_RESPONSE_RESOLUTION));
        line("Resolution Rate", percent(KeyFigures.RESOLUTION));
        line("Escalation Rate", percent(KeyFigures.ESCALATION));
    }

    /** A mean says little without its number, and says it differently when few are very dissatisfied. */
    private String ofHowMany() {
        Double ratings = report.get(KeyFigures.RATINGS);
        return ratings == null || ratings == 0
                ? ""
                : " (" + percent(KeyFigures.SATISFIED) + " satisfied, " + number(ratings, " ratings") + ")";
    }

    private void efficiency() {
        heading("Efficiency");
        line("Average Response Time", seconds(report.get(KeyFigures.RESPONSE)));
        line("Average Conversation Duration", minutes(report.get(KeyFigures.DURATION)));
        line("Messages per Conversation", number(report.get(KeyFigures.MESSAGES_PER_CONVERSATION), ""));
        line("Average Wait for a Person", seconds(report.get(KeyFigures.WAIT)));
        line(
                "Peak Usage Times",
                report.peakHours().isEmpty()
                        ? NOTHING
                        : report.peakHours().stream()
                                .map(hours -> hours.from() + "–" + hours.to() + " h")
                                .collect(Collectors.joining(", ")));
    }

    private void volume() {
        heading("Volume");
        line("Conversations", number(report.get(KeyFigures.CONVERSATIONS), ""));
        line("Daily Conversations", number(report.perDay(), " average"));
        Double growth = report.growth();
        line("Growth", growth == null ? NOTHING : String.format(Locale.ROOT, "%+.1f%%", growth * PERCENT));
        line("Active Customers", number(report.get(KeyFigures.CUSTOMERS), ""));
        line("Return Customer Rate", percent(KeyFigures.RETURNING));
    }

    private void parts(String title, Map<String, Long> parts) {
        long total = parts.values().stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return;
        }
        heading(title);
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PARTS)
                .forEach(part -> line(
                        part.getKey().isEmpty() ? "unknown" : part.getKey(),
                        String.format(
                                Locale.ROOT,
                                "%.1f%% (%d)",
                                (double) PERCENT * part.getValue() / total,
                                part.getValue())));
    }

    /** Only what is more than chance is worth a line. */
    private void trends() {
        List<Trend> notable = report.trends().stream().filter(Trend::isNotable).toList();
        if (!notable.isEmpty()) {
            heading("Changes Since the Time Before");
            notable.forEach(trend -> out.append("• ").append(trend.note()).append('\n'));
        }
    }

    private void agents() {
        if (report.agents().rows().isEmpty()) {
            return;
        }
        heading("Agents");
        for (MetricTable.Row row : report.agents().rows()) {
            line(
                    row.label(),
                    "handled " + number(row.values().get(0), "") + ", first response "
                            + seconds(row.values().get(1)) + ", satisfaction "
                            + stars(row.values().get(row.values().size() - 1)));
        }
    }

    private void heading(String title) {
        out.append('\n').append(title).append('\n');
    }

    private void line(String name, String value) {
        out.append("• ").append(name).append(": ").append(value).append('\n');
    }

    private String percent(MetricDefinition definition) {
        Double share = report.get(definition);
        return share == null ? NOTHING : String.format(Locale.ROOT, "%.1f%%", share * PERCENT);
    }

    private static String stars(@Nullable Double value) {
        return number(value, "/5 stars");
    }

    private static String seconds(@Nullable Double value) {
        return number(value, " seconds");
    }

    private static String minutes(@Nullable Double seconds) {
        return seconds == null ? NOTHING : number(seconds / SECONDS_A_MINUTE, " minutes");
    }

    private static String number(@Nullable Double value, String unit) {
        if (value == null) {
            return NOTHING;
        }
        return (value == Math.rint(value)
                        ? Long.toString(value.longValue())
                        : String.format(Locale.ROOT, "%.1f", value))
                + unit;
    }

    static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
