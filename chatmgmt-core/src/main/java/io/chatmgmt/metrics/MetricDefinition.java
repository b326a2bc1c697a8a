package io.chatmgmt.metrics;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is: the one place that says so, for the card, the series, the table and the export alike. Which moment
 * puts something into a bucket and whom it is attributed to is told by its measures; days and weeks are those of a time
 * zone, see {@link Buckets}. Hosts may define figures of their own. Immutable.
 *
 * @param id its name, lower case with dots
 * @param version grows whenever the figure means something else than before
 * @param unit what it is counted in
 * @param formula how it is made of measures
 */
public record MetricDefinition(String id, int version, Unit unit, Formula formula) {

    /** Checks the parts. */
    public MetricDefinition {
        if (!id.matches("[a-z0-9][a-zA-Z0-9.-]*")) {
            throw new IllegalArgumentException("id must be letters, digits, dots and hyphens: " + id);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(formula, "formula");
    }

    /**
     * The number of something.
     *
     * @param id the figure's name
     * @param measure what is counted
     * @return the definition, version 1
     */
    public static MetricDefinition count(String id, Measure measure) {
        return new MetricDefinition(id, 1, Unit.COUNT, new Formula.Count(measure));
    }

    /**
     * The mean of something.
     *
     * @param id the figure's name
     * @param measure whose values
     * @return the definition, version 1
     */
    public static MetricDefinition mean(String id, Measure measure) {
        return new MetricDefinition(id, 1, measure.unit(), new Formula.Mean(measure));
    }

    /**
     * A quantile of something.
     *
     * @param id the figure's name
     * @param measure whose values
     * @param share 0.5 for the median
     * @return the definition, version 1
     */
    public static MetricDefinition quantile(String id, Measure measure, double share) {
        return new MetricDefinition(id, 1, measure.unit(), new Formula.Quantile(measure, share));
    }

    /**
     * How many of one kind there are for each of another.
     *
     * @param id the figure's name
     * @param numerator what is above the line
     * @param denominator what is below the line
     * @return the definition, version 1
     */
    public static MetricDefinition rate(String id, Measure numerator, Measure denominator) {
        return new MetricDefinition(id, 1, Unit.SHARE, new Formula.Ratio(numerator, Dimension.ALL, "", denominator));
    }

    /**
     * The share that a slice of a measure has in another measure.
     *
     * @param id the figure's name
     * @param measure what is above the line
     * @param dimension what it is taken apart by
     * @param slice which part of it
     * @param denominator what is below the line
     * @return the definition, version 1
     */
    public static MetricDefinition share(
            String id, Measure measure, Dimension dimension, String slice, Measure denominator) {
        return new MetricDefinition(id, 1, Unit.SHARE, new Formula.Ratio(measure, dimension, slice, denominator));
    }

    /**
     * What it is made of.
     *
     * @return one or two measures
     */
    public Set<Measure> measures() {
        return formula.numerator() == formula.denominator()
                ? Set.of(formula.numerator())
                : Set.of(formula.numerator(), formula.denominator());
    }

    /**
     * What it can be taken apart by.
     *
     * @return the dimensions of what is above the line
     */
    public Set<Dimension> dimensions() {
        return formula instanceof Formula.Ratio ratio && ratio.part() != Dimension.ALL
                ? Set.of(Dimension.ALL)
                : formula.numerator().dimensions();
    }

    /**
     * The figure for everything.
     *
     * @param totals what the measures add up to
     * @return in its unit, null over nothing
     */
    public @Nullable Double of(Totals totals) {
        return of(totals, Dimension.ALL, "");
    }

    /**
     * The figure for a part.
     *
     * @param totals what the measures add up to
     * @param dimension what is taken apart
     * @param slice which part
     * @return in its unit, null over nothing
     */
    public @Nullable Double of(Totals totals, Dimension dimension, String slice) {
        return formula.of(totals, dimension, slice);
    }
}
