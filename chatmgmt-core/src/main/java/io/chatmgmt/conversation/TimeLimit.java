package io.chatmgmt.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take: a duration, or no limit at all. A type of its own, so that an unset limit can never be
 * read as zero and fire at once. Immutable.
 */
public final class TimeLimit {

    private static final TimeLimit NEVER = new TimeLimit(null);

    private final @Nullable Duration duration;

    private TimeLimit(@Nullable Duration duration) {
        this.duration = duration;
    }

    /**
     * A limit.
     *
     * @param duration greater than zero
     * @return the limit
     */
    public static TimeLimit of(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration must be greater than zero: " + duration);
        }
        return new TimeLimit(duration);
    }

    /**
     * No limit.
     *
     * @return a limit that is never reached
     */
    public static TimeLimit never() {
        return NEVER;
    }

    /**
     * When something that starts now is too late.
     *
     * @param start when it starts
     * @return null when there is no limit
     */
    public @Nullable Instant after(Instant start) {
        return duration == null ? null : start.plus(duration);
    }

    /**
     * The duration.
     *
     * @return empty when there is no limit
     */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeLimit limit && Objects.equals(duration, limit.duration);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(duration);
    }

    /** The ISO-8601 duration, or {@code never}. */
    @Override
    public String toString() {
        return duration == null ? "never" : duration.toString();
    }
}
