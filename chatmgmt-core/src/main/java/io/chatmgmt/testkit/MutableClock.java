package io.chatmgmt.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to move. Thread-safe. */
public final class MutableClock implements InstantSource {

    private volatile Instant now;

    private MutableClock(Instant start) {
        this.now = start;
    }

    /**
     * A clock that shows a moment.
     *
     * @param start the moment
     * @return the clock
     */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    /**
     * A clock that shows a moment.
     *
     * @param start the moment in ISO-8601, for example {@code 2026-01-05T10:00:00Z}
     * @return the clock
     */
    public static MutableClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock on, or back with a negative duration.
     *
     * @param duration by how much
     */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /**
     * Sets the clock.
     *
     * @param instant the moment that it shows from now on
     */
    public synchronized void set(Instant instant) {
        now = instant;
    }
}
