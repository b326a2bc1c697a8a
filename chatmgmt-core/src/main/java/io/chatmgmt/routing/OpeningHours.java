package io.chatmgmt.routing;

import java.time.Instant;

/**
 * The calendars of the house: of queues that close at night, and of agents who work in shifts. The host knows weekdays,
 * holidays and time zones; the library asks whether a calendar is open and when that changes. Implementations are
 * thread-safe, quick, and answer the same for the same moment. While one throws, the last state that it told counts, or open
 * when it never told any.
 */
@FunctionalInterface
public interface OpeningHours {

    /** Everything is open day and night. */
    OpeningHours ALWAYS = (tenant, calendar, now) -> Shift.ALWAYS;

    /**
     * What a calendar says about a moment.
     *
     * @param tenant whose
     * @param calendar the name that a queue or an agent gives; never empty
     * @param now the moment
     * @return whether it is open, and until when; the end is after {@code now}
     */
    Shift at(String tenant, String calendar, Instant now);
}
