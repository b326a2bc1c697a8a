package io.chatmgmt.examples.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of the input: what they look like, and what they are when they are not given. */
final class Times {

    private static final Instant FIRST_LINE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(20);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final double LONGEST = Duration.between(EARLIEST, LATEST).toSeconds();
    private static final double NANOS = 1e9;

    private Times() {}

    static Instant openingOfLine(int line) {
        return FIRST_LINE.plus(BETWEEN_LINES.multipliedBy(line - 1L));
    }

    static Instant after(@Nullable Instant turnBefore, Instant openedAt) {
        return turnBefore == null ? openedAt : turnBefore.plus(BETWEEN_TURNS);
    }

    /** An instant of the input; null when it is not one, or beyond all calendars. */
    static @Nullable Instant parse(String text) {
        try {
            return within(Instant.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Some seconds after the opening; null beyond all calendars. */
    static @Nullable Instant since(Instant openedAt, double seconds) {
        if (!(Math.abs(seconds) <= LONGEST)) {
            return null;
        }
        long whole = (long) Math.floor(seconds);
        return within(openedAt.plusSeconds(whole).plusNanos(Math.round((seconds - whole) * NANOS)));
    }

    private static @Nullable Instant within(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }
}
