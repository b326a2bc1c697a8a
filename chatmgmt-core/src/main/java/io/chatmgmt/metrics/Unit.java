package io.chatmgmt.metrics;

/**
 * What the values of a measure or a figure are counted in. Recorded values are whole numbers of a small part of the unit,
 * so that sums are exact and do not depend on the order in which they are made.
 */
public enum Unit {
    /** Things. */
    COUNT("", 1),
    /** Seconds, recorded in microseconds. */
    SECONDS("s", 1_000_000),
    /** A share of 1, recorded in billionths. */
    SHARE("", 1_000_000_000),
    /** Stars of a rating, 1 to 5. */
    STARS("stars", 1),
    /** Points from 0 to 100, recorded in millionths. */
    POINTS("points", 1_000_000);

    private final String symbol;
    private final long parts;

    Unit(String symbol, long parts) {
        this.symbol = symbol;
        this.parts = parts;
    }

    /**
     * What stands behind a number.
     *
     * @return empty for counts and shares
     */
    public String symbol() {
        return symbol;
    }

    /**
     * How many recorded parts make one unit.
     *
     * @return 1 or more
     */
    public long parts() {
        return parts;
    }

    /**
     * A value as it is recorded.
     *
     * @param value in this unit
     * @return the nearest number of parts
     */
    public long recorded(double value) {
        return Math.round(value * parts);
    }

    /**
     * A recorded value in this unit.
     *
     * @param recorded a number of parts, or a mean of some
     * @return the value
     */
    public double shown(double recorded) {
        return recorded / parts;
    }
}
