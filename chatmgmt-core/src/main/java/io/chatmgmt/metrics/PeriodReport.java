package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How some days went: every key figure, beside the same figure of as many days before; what it was about, in which
 * languages, and who helped. Immutable.
 *
 * @param range the days
 * @param figures every key figure, by its id; null over nothing
 * @param before the same of as many days before
 * @param growth how much more or fewer conversations there were than then, null when there were none then
 * @param perDay conversations a day
 * @param peakHours when the customers write most
 * @param topics conversations by topic, the unknown one under the empty name
 * @param languages conversations by language
 * @param escalations calls for a person by trigger
 * @param ratings how many ratings there were with each number of stars, under {@code 1} to {@code 5}
 * @param notSent how often it was decided not to ask for a rating, by reason
 * @param trends how satisfaction, quality, confidence, the times and the calls for people, and the topics' shares of all
 *     conversations compare with as many days before
 * @param bands delivered answers by the band of their confidence
 * @param agents the figures of each person
 */
public record PeriodReport(
        Buckets range,
        Map<String, @Nullable Double> figures,
        Map<String, @Nullable Double> before,
        @Nullable Double growth,
        double perDay,
        List<PeakHours> peakHours,
        Map<String, Long> topics,
        Map<String, Long> languages,
        Map<String, Long> escalations,
        Map<String, Long> ratings,
        Map<String, Long> notSent,
        List<Trend> trends,
        Map<String, Long> bands,
        MetricTable agents) {

    private static final List<MetricDefinition> OF_PEOPLE = List.of(
            KeyFigures.HANDLED,
            KeyFigures.HUMAN_FIRST_RESPONSE,
            KeyFigures.HUMAN_NEXT_RESPONSE,
            KeyFigures.PICKUP,
            KeyFigures.HANDLING,
            KeyFigures.SATISFACTION);

    private static final List<MetricDefinition> WATCHED = List.of(
            KeyFigures.SATISFACTION,
            KeyFigures.QUALITY,
            KeyFigures.CONFIDENCE,
            KeyFigures.DURATION,
            KeyFigures.RESPONSE,
            KeyFigures.FIRST_RESPONSE_RESOLUTION,
            KeyFigures.ESCALATION);

    /**
     * The report of some days.
     *
     * @param figures where the figures come from
     * @param range the days
     * @return the report
     */
    public static PeriodReport of(Figures figures, Buckets range) {
        List<MetricDefinition> all = KeyFigures.all();
        Totals now = figures.totals(all, range.whole(), Dimension.ALL).get(0);
        Totals then = figures.totals(all, range.before(), Dimension.ALL).get(0);
        Double growth = figures.growth(KeyFigures.CONVERSATIONS, range);
        long days = range.to().toEpochDay() - range.from().toEpochDay();
        return new PeriodReport(
                range,
                values(all, now),
                values(all, then),
                growth,
                (double) now.of(Measure.EPISODES).count() / days,
                figures.peakHours(range),
                counts(figures, KeyFigures.CONVERSATIONS, range, Dimension.TOPIC),
                counts(figures, KeyFigures.CONVERSATIONS, range, Dimension.LANGUAGE),
                counts(figures, MetricDefinition.count("escalations", Measure.ESCALATIONS), range, Dimension.REASON),
                counts(figures, KeyFigures.RATINGS, range, Dimension.BAND),
                counts(figures, KeyFigures.SURVEYS_NOT_SENT, range, Dimension.OUTCOME),
                trends(figures, range, now, then),
                counts(figures, MetricDefinition.count("answers", Measure.ANSWERS), range, Dimension.BAND),
                figures.table(OF_PEOPLE, range, Dimension.AGENT));
    }

    private static Map<String, @Nullable Double> values(List<MetricDefinition> definitions, Totals totals) {
        Map<String, @Nullable Double> values = new LinkedHashMap<>();
        for (MetricDefinition each : definitions) {
            values.put(each.id(), each.of(totals));
        }
        return values;
    }

    private static List<Trend> trends(Figures figures, Buckets range, Totals now, Totals then) {
        List<Trend> trends = new ArrayList<>();
        for (MetricDefinition each : WATCHED) {
            trends.add(Trend.of(each, now, then, Dimension.ALL, ""));
        }
        trends.addAll(figures.popularity(range, Dimension.TOPIC));
        return List.copyOf(trends);
    }

    private static Map<String, Long> counts(
            Figures figures, MetricDefinition definition, Buckets range, Dimension dimension) {
        Map<String, Long> counts = new TreeMap<>();
        Totals totals =
                figures.totals(List.of(definition), range.whole(), dimension).get(0);
        Measure measure = definition.formula().numerator();
        for (String slice : totals.slices(measure, dimension)) {
            counts.put(slice, totals.of(measure, dimension, slice).count());
        }
        return counts;
    }

    /**
     * One figure.
     *
     * @param definition which
     * @return null over nothing
     */
    public @Nullable Double get(MetricDefinition definition) {
        return figures.get(definition.id());
    }

    /**
     * For people, in the shape of the dashboard.
     *
     * @return some lines of text
     */
    public String toText() {
        return new ReportText(this).toString();
    }

    /**
     * For programs.
     *
     * @return a JSON object with everything in it
     */
    public String toJson() {
        JsonText json = new JsonText();
        json.object(() -> writeTo(json));
        return json.toString();
    }

    void writeTo(JsonText json) {
        json.text("from", range.from().toString());
        json.text("to", range.to().toString());
        json.text("zone", range.zone().getId());
        json.object("figures", () -> figures.forEach(json::number));
        json.object("before", () -> before.forEach(json::number));
        json.number("growth", growth);
        json.number("conversationsPerDay", perDay);
        json.array(
                "peakHours",
                peakHours,
                hours -> json.object(() -> {
                    json.number("from", (double) hours.from());
                    json.number("to", (double) hours.to());
                }));
        write(json, "topics", topics);
        write(json, "languages", languages);
        write(json, "escalations", escalations);
        write(json, "ratings", ratings);
        write(json, "surveysNotSent", notSent);
        json.array(
                "trends",
                trends,
                trend -> json.object(() -> {
                    json.text("figure", trend.figure().id());
                    json.text("slice", trend.slice());
                    json.number("now", trend.now());
                    json.number("before", trend.before());
                    json.text("course", trend.course().name());
                }));
        write(json, "confidenceBands", bands);
        json.array(
                "agents",
                agents.rows(),
                row -> json.object(() -> {
                    json.text("id", row.label());
                    for (int i = 0; i < OF_PEOPLE.size(); i++) {
                        json.number(OF_PEOPLE.get(i).id(), row.values().get(i));
                    }
                }));
    }

    private static void write(JsonText json, String name, Map<String, Long> counts) {
        json.object(name, () -> counts.forEach((key, count) -> json.number(key, count.doubleValue())));
    }
}
