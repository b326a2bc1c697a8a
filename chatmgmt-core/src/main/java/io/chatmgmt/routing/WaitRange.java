package io.chatmgmt.routing;

import java.time.Duration;
import java.util.Objects;

/**
 * How long somebody waits, as a range. Immutable.
 *
 * @param position the place in line, 1 for the next one
 * @param p50 what half of those in this place wait at most
 * @param p90 what nine of ten wait at most
 * @param agents how many agents the figures count on, at least 1
 */
public record WaitRange(int position, Duration p50, Duration p90, int agents) {

    /** Checks the parts. */
    public WaitRange {
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p90, "p90");
        if (position < 1 || agents < 1) {
            throw new IllegalArgumentException("position and agents must be at least 1: " + position + ", " + agents);
        }
    }

    /**
     * The range in words that customers read are found by this: the band that its far end falls into, rounded up.
     *
     * @return the band
     */
    public Band band() {
        for (Band band : Band.values()) {
            if (p90.compareTo(band.upTo) <= 0) {
                return band;
            }
        }
        return Band.MORE_THAN_HALF_AN_HOUR;
    }

    /** The bands in which customers are told how long it takes. */
    public enum Band {
        /** Under two minutes. */
        UNDER_TWO_MINUTES(Duration.ofMinutes(2)),
        /** Two to five minutes. */
        TWO_TO_FIVE_MINUTES(Duration.ofMinutes(5)),
        /** Five to ten minutes. */
        FIVE_TO_TEN_MINUTES(Duration.ofMinutes(10)),
        /** Ten to fifteen minutes. */
        TEN_TO_FIFTEEN_MINUTES(Duration.ofMinutes(15)),
        /** Fifteen to thirty minutes. */
        FIFTEEN_TO_THIRTY_MINUTES(Duration.ofMinutes(30)),
        /** More than half an hour. */
        MORE_THAN_HALF_AN_HOUR(Duration.ofDays(3650));

        private final Duration upTo;

        Band(Duration upTo) {
            this.upTo = upTo;
        }
    }
}
