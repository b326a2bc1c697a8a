package io.chatmgmt.spring.web;

import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Granularity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some days, as a request names them.
 *
 * @param from the first day, a week ago when absent
 * @param to the day after the last one, tomorrow when absent
 * @param zone whose days, UTC when absent
 */
record Period(
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone) {

    private static final int USUAL_DAYS = 7;
    private static final int MAX_DAYS = 400;

    Buckets buckets(Instant now, Granularity granularity) {
        ZoneId place = zone(zone);
        LocalDate end = to == null ? LocalDate.ofInstant(now, place).plusDays(1) : day(to, "to");
        LocalDate start = from == null ? end.minusDays(USUAL_DAYS) : day(from, "from");
        long days = ChronoUnit.DAYS.between(start, end);
        if (days < 1 || days > MAX_DAYS) {
            throw InvalidRequestException.of("to", "must be 1 to " + MAX_DAYS + " days after from");
        }
        return Buckets.of(start, end, place, granularity);
    }

    static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw InvalidRequestException.of("zone", "must be a time zone, like Europe/Berlin");
        }
    }

    private static LocalDate day(String text, String name) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw InvalidRequestException.of(name, "must be a day, like 2026-03-04");
        }
    }
}
