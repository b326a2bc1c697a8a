package io.chatmgmt.metrics;

import java.time.Instant;

/**
 * Quarter-hours of UTC, numbered: the finest time that rollups know. Every offset in use since 1972 is a whole number of
 * them, so the local hours and days of every zone are made of whole ones.
 */
public final class Quarter {

    /** How many seconds one has. */
    public static final int SECONDS = 900;

    /** How many a day of UTC has. */
    static final int PER_DAY = 96;

    private Quarter() {}

    /**
     * The one that a moment lies in.
     *
     * @param at the moment
     * @return its number, 0 for the first of 1970
     */
    public static int of(Instant at) {
        return Math.toIntExact(Math.floorDiv(at.getEpochSecond(), SECONDS));
    }

    /**
     * When one begins.
     *
     * @param quarter its number
     * @return the moment
     */
    public static Instant start(int quarter) {
        return Instant.ofEpochSecond((long) quarter * SECONDS);
    }
}
