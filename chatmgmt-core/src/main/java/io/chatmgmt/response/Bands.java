package io.chatmgmt.response;

import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import org.jspecify.annotations.Nullable;

/**
 * Where the confidence bands begin; a confidence belongs to the highest band that it reaches, unrounded: with the
 * defaults, 0.8995 is good and 0.6999 is low. Immutable.
 *
 * @param high from here on {@link ConfidenceBand#HIGH}; 0.90 by default
 * @param good from here on {@link ConfidenceBand#GOOD}; 0.80 by default
 * @param moderate from here on {@link ConfidenceBand#MODERATE}, below it {@link ConfidenceBand#LOW}; 0.70 by default
 */
public record Bands(double high, double good, double moderate) {

    /**
     * The bands of the product: 0.90, 0.80, 0.70.
     *
     * @return the default bands
     */
    public static Bands ofDefaults() {
        return new Bands(0.90, 0.80, 0.70);
    }

    /**
     * The band of a confidence in a conversation where a person has set what is low: whatever lies below that is low, and
     * nothing else.
     *
     * @param confidence known or unknown
     * @param lowBelow what the person set, 0 to 1; null when nobody did
     * @return its band
     */
    public ConfidenceBand of(Confidence confidence, @Nullable Double lowBelow) {
        ConfidenceBand band = of(confidence);
        if (lowBelow == null || band == ConfidenceBand.UNKNOWN) {
            return band;
        }
        if (confidence.isBelow(lowBelow)) {
            return ConfidenceBand.LOW;
        }
        return band == ConfidenceBand.LOW ? ConfidenceBand.MODERATE : band;
    }

    /**
     * The band of a confidence.
     *
     * @param confidence known or unknown
     * @return its band
     */
    public ConfidenceBand of(Confidence confidence) {
        if (!confidence.isKnown()) {
            return ConfidenceBand.UNKNOWN;
        }
        if (!confidence.isBelow(high)) {
            return ConfidenceBand.HIGH;
        }
        if (!confidence.isBelow(good)) {
            return ConfidenceBand.GOOD;
        }
        return confidence.isBelow(moderate) ? ConfidenceBand.LOW : ConfidenceBand.MODERATE;
    }
}
