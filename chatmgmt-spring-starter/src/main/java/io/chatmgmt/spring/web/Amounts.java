package io.chatmgmt.spring.web;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as JSON has them: what is not known is null, and durations are seconds. */
final class Amounts {

    private static final double NANOS = 1e9;

    private Amounts() {}

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? known(value.getAsDouble()) : null;
    }

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    static @Nullable Double secondsOrNull(@Nullable Duration duration) {
        return duration == null ? null : Double.valueOf(seconds(duration));
    }
}
