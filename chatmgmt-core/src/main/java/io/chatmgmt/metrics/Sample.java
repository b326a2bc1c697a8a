package io.chatmgmt.metrics;

/**
 * What a figure is made of, as far as a comparison needs it. Immutable.
 *
 * @param records how many records
 * @param mean their mean, or their share
 * @param variance the variance of one record
 * @param isCount whether the number of records is itself the figure
 */
record Sample(long records, double mean, double variance, boolean isCount) {

    static Sample of(Formula formula, Totals totals, Dimension dimension, String slice) {
        if (formula instanceof Formula.Mean) {
            Aggregate part = totals.of(formula.numerator(), dimension, slice);
            double parts = formula.numerator().unit().parts();
            return new Sample(
                    part.count(),
                    part.count() == 0 ? 0 : part.sum() / parts / part.count(),
                    part.variance() / (parts * parts),
                    false);
        }
        if (formula instanceof Formula.Ratio ratio) {
            Double share = formula.of(totals, dimension, slice);
            double rate = share == null ? 0 : share;
            return new Sample(ratio.whole(totals, dimension, slice), rate, rate > 1 ? rate : rate * (1 - rate), false);
        }
        Double count = formula.of(totals, dimension, slice);
        long records = count == null ? 0 : Math.round(count);
        return formula instanceof Formula.Count
                ? new Sample(records, records, records, true)
                : new Sample(records, 0, Double.NaN, false);
    }

    /** How many standard errors this mean is above the other one; NaN for what cannot be compared. */
    double scoreAgainst(Sample other) {
        double difference = mean - other.mean;
        double error = isCount
                ? Math.sqrt(variance + other.variance)
                : Math.sqrt(variance / records + other.variance / other.records);
        return error == 0 ? Math.signum(difference) * Double.MAX_VALUE : difference / error;
    }
}
