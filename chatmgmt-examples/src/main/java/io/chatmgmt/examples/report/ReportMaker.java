package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.examples.report.Report.AgentFigures;
import io.chatmgmt.examples.report.Report.Held;
import io.chatmgmt.examples.report.Report.Messages;
import io.chatmgmt.examples.report.Report.Satisfaction;
import io.chatmgmt.examples.report.Report.Scores;
import io.chatmgmt.examples.report.Report.Spread;
import io.chatmgmt.examples.report.Report.Waits;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.PeakHours;
import io.chatmgmt.metrics.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the report out of figures: each number is the library's, this only puts them where the report has them. */
public final class ReportMaker {

    private final Figures figures;
    private final Totals totals;

    private ReportMaker(Figures figures) {
        this.figures = figures;
        this.totals = figures.totals;
    }

    /**
     * The report of some figures.
     *
     * @param figures what was counted
     * @param shadow whether nothing acted: then a new reason of an open call is a decision of its own
     * @param turns how many input turns were played
     * @param skippedLines how many lines could not be used
     * @param elapsed from the first byte of the input to now
     * @return the report
     */
    public static Report report(Figures figures, boolean shadow, int turns, int skippedLines, Duration elapsed) {
        return new ReportMaker(figures).make(shadow, turns, skippedLines, elapsed);
    }

    private Report make(boolean shadow, int turns, int skippedLines, Duration elapsed) {
        return new Report(
                count(totals.of(Measure.EPISODES)),
                new Messages(messages("CUSTOMER"), messages("AI"), messages("AGENT"), messages("SYSTEM")),
                count(totals.of(Measure.ESCALATED_EPISODES)),
                KeyFigures.ESCALATION.of(totals),
                reasons(shadow),
                new Scores<>(KeyFigures.CONFIDENCE.of(totals), bands(ConfidenceBand.class, Measure.ANSWERS)),
                satisfaction(Dimension.ALL, ""),
                KeyFigures.FIRST_RESPONSE_RESOLUTION.of(totals),
                KeyFigures.RESOLUTION.of(totals),
                Spread.of(figures.samples(Measure.AI_RESPONSE)),
                Spread.of(figures.samples(Measure.DURATION)),
                KeyFigures.MESSAGES_PER_CONVERSATION.of(totals),
                new Scores<>(KeyFigures.QUALITY.of(totals), bands(QualityBand.class, Measure.QUALITY)),
                parts(Measure.EPISODES, Dimension.LANGUAGE),
                topics(),
                new Held(held("APPROVE"), held("EDIT"), held("REPLACE"), held("DISCARD"), held("EXPIRED")),
                agents(),
                new Waits(
                        figures.samples(Measure.WAIT).percentile(50),
                        figures.samples(Measure.WAIT).percentile(90)),
                PeakHours.of(figures.messagesByHour()),
                skippedLines,
                turns,
                elapsed);
    }

    private static int count(Aggregate part) {
        return Math.toIntExact(part.count());
    }

    private int messages(String author) {
        return count(totals.of(Measure.MESSAGES, Dimension.AUTHOR, author));
    }

    private int held(String outcome) {
        return count(totals.of(Measure.HELD_ANSWERS, Dimension.OUTCOME, outcome));
    }

    private Map<String, Integer> reasons(boolean shadow) {
        Map<String, Integer> reasons = parts(Measure.ESCALATIONS, Dimension.REASON);
        if (shadow) {
            parts(Measure.ADDED_REASONS, Dimension.REASON)
                    .forEach((code, count) -> reasons.merge(code, count, Integer::sum));
        }
        return reasons;
    }

    private Map<String, Integer> topics() {
        Map<String, Integer> topics = parts(Measure.EPISODES, Dimension.TOPIC);
        topics.remove("");
        return topics;
    }

    private Map<String, Integer> parts(Measure measure, Dimension dimension) {
        Map<String, Integer> parts = new TreeMap<>();
        for (String slice : totals.slices(measure, dimension)) {
            parts.put(slice, count(totals.of(measure, dimension, slice)));
        }
        return parts;
    }

    private <B extends Enum<B>> Map<B, Integer> bands(Class<B> type, Measure measure) {
        Map<B, Integer> bands = new EnumMap<>(type);
        parts(measure, Dimension.BAND).forEach((band, count) -> bands.put(Enum.valueOf(type, band), count));
        return bands;
    }

    private Satisfaction satisfaction(Dimension dimension, String slice) {
        return new Satisfaction(
                KeyFigures.SATISFACTION.of(totals, dimension, slice),
                count(totals.of(Measure.RATING, dimension, slice)));
    }

    private List<AgentFigures> agents() {
        SortedSet<String> ids = new TreeSet<>(totals.slices(Measure.HANDLED, Dimension.AGENT));
        ids.addAll(totals.slices(Measure.MESSAGES, Dimension.AGENT));
        List<AgentFigures> agents = new ArrayList<>();
        for (String id : ids) {
            agents.add(new AgentFigures(
                    id,
                    count(totals.of(Measure.HANDLED, Dimension.AGENT, id)),
                    count(totals.of(Measure.MESSAGES, Dimension.AGENT, id)),
                    satisfaction(Dimension.AGENT, id)));
        }
        return agents;
    }
}
