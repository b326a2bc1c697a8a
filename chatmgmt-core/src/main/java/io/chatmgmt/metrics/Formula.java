package io.chatmgmt.metrics;

import org.jspecify.annotations.Nullable;

/** How a figure is made of measures. Every formula gives null over nothing, never 0 and never NaN. Immutable. */
public sealed interface Formula {

    /**
     * The figure.
     *
     * @param totals what the measures add up to
     * @param dimension what is taken apart
     * @param slice which part
     * @return in the definition's unit, null over nothing
     */
    @Nullable
    Double of(Totals totals, Dimension dimension, String slice);

    /**
     * What it counts or takes the mean of.
     *
     * @return the measure above the line
     */
    Measure numerator();

    /**
     * What it divides by.
     *
     * @return the measure below the line, the same one where it divides by its own number
     */
    Measure denominator();

    /**
     * How many there are.
     *
     * @param numerator what is counted
     */
    record Count(Measure numerator) implements Formula {

        @Override
        public Double of(Totals totals, Dimension dimension, String slice) {
            Aggregate part = totals.of(numerator, dimension, slice);
            return (double) (numerator.kind() == Measure.Kind.SET ? part.distinct() : part.count());
        }

        @Override
        public Measure denominator() {
            return numerator;
        }
    }

    /**
     * The mean of the values.
     *
     * @param numerator whose values
     */
    record Mean(Measure numerator) implements Formula {

        @Override
        public @Nullable Double of(Totals totals, Dimension dimension, String slice) {
            Aggregate part = totals.of(numerator, dimension, slice);
            return part.count() <= 0
                    ? null
                    : Double.valueOf(numerator.unit().shown((double) part.sum() / part.count()));
        }

        @Override
        public Measure denominator() {
            return numerator;
        }
    }

    /**
     * A nearest-rank quantile of the values.
     *
     * @param numerator whose values
     * @param share 0.5 for the median
     */
    record Quantile(Measure numerator, double share) implements Formula {

        @Override
        public @Nullable Double of(Totals totals, Dimension dimension, String slice) {
            double quantile = totals.of(numerator, dimension, slice).quantile(share);
            return Double.isNaN(quantile)
                    ? null
                    : Double.valueOf(numerator.unit().shown(quantile));
        }

        @Override
        public Measure denominator() {
            return numerator;
        }
    }

    /**
     * How many of one kind there are for each of another. A denominator that is not taken apart by the dimension is taken
     * whole: calls for a person by trigger are shares of all answered episodes.
     *
     * @param numerator what is above the line
     * @param part the dimension that the numerator is narrowed by, {@link Dimension#ALL} for not at all
     * @param only the slice that it is narrowed to
     * @param denominator what is below the line
     */
    record Ratio(Measure numerator, Dimension part, String only, Measure denominator) implements Formula {

        @Override
        public @Nullable Double of(Totals totals, Dimension dimension, String slice) {
            boolean narrowed = part != Dimension.ALL;
            Aggregate above = narrowed ? totals.of(numerator, part, only) : totals.of(numerator, dimension, slice);
            long whole = whole(totals, dimension, slice);
            return whole <= 0 ? null : Double.valueOf((double) size(numerator, above) / whole);
        }

        /** How many there are of what a share is taken of. */
        long whole(Totals totals, Dimension dimension, String slice) {
            boolean apart = denominator.isTakenApartBy(dimension) && part == Dimension.ALL;
            return size(denominator, apart ? totals.of(denominator, dimension, slice) : totals.of(denominator));
        }

        private static long size(Measure measure, Aggregate part) {
            return measure.kind() == Measure.Kind.SET ? part.distinct() : part.count();
        }
    }
}
