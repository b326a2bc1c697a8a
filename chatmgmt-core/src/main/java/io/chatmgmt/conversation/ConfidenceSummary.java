package io.chatmgmt.conversation;

import java.util.OptionalDouble;

/**
 * The confidences of a conversation's answers so far, in constant space. Immutable. All figures are NaN while no answer
 * had a known confidence.
 *
 * @param last the latest known confidence
 * @param sum the sum of all known confidences; 0 while there is none
 * @param count how many were known
 * @param trend the exponentially weighted mean, newest weight {@value #TREND_WEIGHT}
 */
public record ConfidenceSummary(double last, double sum, int count, double trend) {

    /** The weight of the newest confidence in the trend. */
    public static final double TREND_WEIGHT = 0.5;

    /** No confidence known yet. */
    public static final ConfidenceSummary NONE = new ConfidenceSummary(Double.NaN, 0, 0, Double.NaN);

    /**
     * The mean of all known confidences.
     *
     * @return empty while there is none
     */
    public OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /**
     * What the trend becomes with one more answer.
     *
     * @param confidence the answer's; an unknown one leaves the trend as it is
     * @return 0 to 1, NaN while no answer had a known confidence
     */
    public double trendWith(Confidence confidence) {
        if (!confidence.isKnown()) {
            return trend;
        }
        double value = confidence.raw();
        return count == 0 ? value : TREND_WEIGHT * value + (1 - TREND_WEIGHT) * trend;
    }

    ConfidenceSummary plus(Confidence confidence) {
        if (!confidence.isKnown()) {
            return this;
        }
        double value = confidence.raw();
        return new ConfidenceSummary(value, sum + value, count + 1, trendWith(confidence));
    }
}
