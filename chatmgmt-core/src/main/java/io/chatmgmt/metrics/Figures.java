package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates definitions over rollups: one number for a card, a series over time, a table by slices. All three are the same
 * definition over the same rollups, so the slices of a partition and the buckets of a range add up to the whole wherever
 * the definition counts. Immutable.
 */
public final class Figures {

    private final RollupSource source;
    private final String tenant;

    /**
     * The figures of a tenant.
     *
     * @param source where rollups are read
     * @param tenant whose
     */
    public Figures(RollupSource source, String tenant) {
        this.source = Objects.requireNonNull(source, "source");
        this.tenant = Objects.requireNonNull(tenant, "tenant");
    }

    /**
     * One number for the whole range.
     *
     * @param definition what
     * @param range when
     * @return in its unit, null over nothing
     */
    public @Nullable Double card(MetricDefinition definition, Buckets range) {
        return definition.of(
                totals(List.of(definition), range.whole(), Dimension.ALL).get(0));
    }

    /**
     * A number for each bucket.
     *
     * @param definitions the columns
     * @param buckets the rows
     * @return a table with one row a bucket
     */
    public MetricTable series(List<MetricDefinition> definitions, Buckets buckets) {
        List<Totals> totals = totals(definitions, buckets, Dimension.ALL);
        List<MetricTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            rows.add(new MetricTable.Row(label(buckets, i), values(definitions, totals.get(i), Dimension.ALL, "")));
        }
        return new MetricTable(buckets.granularity().name().toLowerCase(Locale.ROOT), definitions, rows);
    }

    private static String label(Buckets buckets, int bucket) {
        return buckets.granularity() == Granularity.HOUR
                ? buckets.starts()
                        .get(bucket)
                        .atZone(buckets.zone())
                        .toOffsetDateTime()
                        .toString()
                : buckets.dateOf(bucket).toString();
    }

    /**
     * A number for each slice.
     *
     * @param definitions the columns; each must have the dimension
     * @param range when
     * @param dimension what it is taken apart by
     * @return a table with one row a slice in which anything was recorded
     * @throws IllegalArgumentException when a figure cannot be taken apart by the dimension
     */
    public MetricTable table(List<MetricDefinition> definitions, Buckets range, Dimension dimension) {
        Set<String> slices = new TreeSet<>();
        Totals totals = totals(definitions, range.whole(), dimension).get(0);
        for (MetricDefinition each : definitions) {
            if (!each.dimensions().contains(dimension)) {
                throw new IllegalArgumentException(each.id() + " cannot be taken apart by " + dimension);
            }
            slices.addAll(totals.slices(each.formula().numerator(), dimension));
        }
        List<MetricTable.Row> rows = new ArrayList<>();
        for (String slice : slices) {
            rows.add(new MetricTable.Row(slice, values(definitions, totals, dimension, slice)));
        }
        return new MetricTable(dimension.name().toLowerCase(Locale.ROOT), definitions, rows);
    }

    private static List<@Nullable Double> values(
            List<MetricDefinition> definitions, Totals totals, Dimension dimension, String slice) {
        List<@Nullable Double> values = new ArrayList<>();
        for (MetricDefinition each : definitions) {
            values.add(each.of(totals, dimension, slice));
        }
        return values;
    }

    /**
     * How much a figure has grown since as many days just before.
     *
     * @param definition what
     * @param range when
     * @return a share of the former value, null when that was nothing
     */
    public @Nullable Double growth(MetricDefinition definition, Buckets range) {
        Double now = card(definition, range);
        Double before = card(definition, range.before());
        return now == null || before == null || before == 0 ? null : Double.valueOf((now - before) / before);
    }

    /**
     * How a figure compares with as many days before.
     *
     * @param definition the figure
     * @param range the days
     * @return where it goes
     */
    public Trend trend(MetricDefinition definition, Buckets range) {
        return trend(definition, range, range.before());
    }

    /**
     * How a figure compares with other days, those of the same week a year ago for example.
     *
     * @param definition the figure
     * @param range the days
     * @param reference the days to compare with; should be as many where the figure is a count
     * @return where it goes
     */
    public Trend trend(MetricDefinition definition, Buckets range, Buckets reference) {
        return Trend.of(
                definition,
                totals(List.of(definition), range.whole(), Dimension.ALL).get(0),
                totals(List.of(definition), reference.whole(), Dimension.ALL).get(0),
                Dimension.ALL,
                "");
    }

    /**
     * How a figure compares with as many days before, part by part.
     *
     * @param definition the figure
     * @param range the days
     * @param dimension what it is taken apart by
     * @return one for each part of either time, in order of name
     */
    public List<Trend> trends(MetricDefinition definition, Buckets range, Dimension dimension) {
        if (!definition.dimensions().contains(dimension)) {
            throw new IllegalArgumentException(definition.id() + " cannot be taken apart by " + dimension);
        }
        Totals now = totals(List.of(definition), range.whole(), dimension).get(0);
        Totals before = totals(List.of(definition), range.before(), dimension).get(0);
        return slices(definition.formula().numerator(), dimension, now, before).stream()
                .map(slice -> Trend.of(definition, now, before, dimension, slice))
                .toList();
    }

    /**
     * How the parts' shares of all conversations compare with as many days before: which topics come up, which go.
     *
     * @param range the days
     * @param dimension what conversations are taken apart by
     * @return one for each part of either time, in order of name
     */
    public List<Trend> popularity(Buckets range, Dimension dimension) {
        List<MetricDefinition> conversations = List.of(KeyFigures.CONVERSATIONS);
        Totals now = totals(conversations, range.whole(), dimension).get(0);
        Totals before = totals(conversations, range.before(), dimension).get(0);
        String id = dimension.name().toLowerCase(Locale.ROOT) + ".share";
        return slices(Measure.EPISODES, dimension, now, before).stream()
                .map(slice -> Trend.of(
                                MetricDefinition.share(id, Measure.EPISODES, dimension, slice, Measure.EPISODES),
                                now,
                                before,
                                Dimension.ALL,
                                "")
                        .called(slice))
                .toList();
    }

    private static Set<String> slices(Measure measure, Dimension dimension, Totals now, Totals before) {
        Set<String> slices = new TreeSet<>(now.slices(measure, dimension));
        slices.addAll(before.slices(measure, dimension));
        return slices;
    }

    /**
     * The local hours in which the customers write most: more than 1.25 times as much as in the mean hour, neighbours
     * joined, across midnight too.
     *
     * @param range when
     * @return in the order of the day
     */
    public List<PeakHours> peakHours(Buckets range) {
        Buckets hours = Buckets.of(range.from(), range.to(), range.zone(), Granularity.HOUR);
        RollupQuery query =
                new RollupQuery(tenant, Set.of(Measure.MESSAGES), Set.of(Dimension.AUTHOR), hours.quarters());
        List<Totals> totals = source.totals(query);
        long[] messages = new long[PeakHours.HOURS];
        for (int i = 0; i < hours.size(); i++) {
            messages[hours.hourOf(i)] += totals.get(i)
                    .of(Measure.MESSAGES, Dimension.AUTHOR, "CUSTOMER")
                    .count();
        }
        return PeakHours.of(messages);
    }

    /**
     * What the measures of some definitions add up to.
     *
     * @param definitions which
     * @param buckets when
     * @param dimension what they are taken apart by; the whole is always there
     * @return one for each bucket
     */
    public List<Totals> totals(List<MetricDefinition> definitions, Buckets buckets, Dimension dimension) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        Set<Dimension> dimensions = EnumSet.of(Dimension.ALL, dimension);
        for (MetricDefinition each : definitions) {
            measures.addAll(each.measures());
            if (each.formula() instanceof Formula.Ratio ratio) {
                dimensions.add(ratio.part());
            }
        }
        return source.totals(new RollupQuery(tenant, measures, dimensions, buckets.quarters()));
    }
}
