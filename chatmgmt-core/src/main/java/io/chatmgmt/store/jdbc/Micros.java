package io.chatmgmt.store.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as microseconds since 1970, which every database keeps alike, whatever its time zone. */
final class Micros {

    /** Before everything. */
    static final long MIN = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000;
    private static final long FARTHEST = Long.MAX_VALUE / SECOND - 1;

    private Micros() {}

    static long of(Instant at) {
        long seconds = Math.max(-FARTHEST, Math.min(FARTHEST, at.getEpochSecond()));
        return seconds * SECOND + at.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
