package io.chatmgmt.conversation;

import java.util.OptionalDouble;

/**
 * How sure the AI was of one answer: a number from 0 to 1, or unknown. Immutable. Unknown is a value of its own: it is
 * neither low nor high, and no mean counts it.
 */
public final class Confidence {

    private static final Confidence UNKNOWN = new Confidence(Double.NaN);

    private final double value;

    private Confidence(double value) {
        this.value = value;
    }

    /**
     * A known confidence.
     *
     * @param value 0 to 1
     * @return the confidence
     * @throws IllegalArgumentException for NaN and for anything outside 0 to 1
     */
    public static Confidence of(double value) {
        return new Confidence(Bounds.share(value, "confidence"));
    }

    /**
     * The confidence of an AI that does not tell.
     *
     * @return unknown
     */
    public static Confidence unknown() {
        return UNKNOWN;
    }

    /**
     * Whether the AI told.
     *
     * @return false for {@link #unknown()}
     */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /**
     * Whether the confidence is known and below a threshold; 0.70 is not below 0.70.
     *
     * @param threshold 0 to 1
     * @return false for an unknown confidence
     */
    public boolean isBelow(double threshold) {
        return value < threshold;
    }

    /**
     * The number, where there is one.
     *
     * @return empty for {@link #unknown()}
     */
    public OptionalDouble value() {
        return isKnown() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    double raw() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confidence confidence && Double.compare(value, confidence.value) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }

    @Override
    public String toString() {
        return isKnown() ? Double.toString(value) : "unknown";
    }
}
