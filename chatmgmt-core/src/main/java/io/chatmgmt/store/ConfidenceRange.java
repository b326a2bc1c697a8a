package io.chatmgmt.store;

import io.chatmgmt.conversation.ConfidenceSummary;

/**
 * A stretch of confidences, half-open like the bands that it stands for, or those that nobody knows. Immutable.
 *
 * @param from the least confidence that belongs to it, NaN for the unknown ones
 * @param below the least confidence that no longer does, NaN for the unknown ones
 */
public record ConfidenceRange(double from, double below) {

    private static final ConfidenceRange UNKNOWN = new ConfidenceRange(Double.NaN, Double.NaN);

    /** Checks that both ends are known, or none. */
    public ConfidenceRange {
        if (Double.isNaN(from) != Double.isNaN(below) || from >= below) {
            throw new IllegalArgumentException("from must be less than below: " + from + ", " + below);
        }
    }

    /**
     * The conversations whose latest answer told no confidence, or that have no answer yet.
     *
     * @return the range of the unknown ones
     */
    public static ConfidenceRange unknown() {
        return UNKNOWN;
    }

    /**
     * Whether a confidence belongs to it.
     *
     * @param confidence the latest one, NaN when unknown; see {@link ConfidenceSummary#last()}
     * @return true when it does
     */
    public boolean contains(double confidence) {
        return Double.isNaN(from) ? Double.isNaN(confidence) : confidence >= from && confidence < below;
    }
}
