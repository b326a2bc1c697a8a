package io.chatmgmt.governance;

import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's calendars, which may fail without taking a customer's message or the sweep with them: the last answer of a
 * calendar counts until it answers again, and one that never has is open. Thread-safe.
 */
final class SteadyHours implements OpeningHours {

    private static final Logger log = LoggerFactory.getLogger(SteadyHours.class);

    /** After how long a calendar that did not answer is asked again, by those who wait for its next change. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final OpeningHours hours;
    private final Map<Calendar, Shift.State> latest = new ConcurrentHashMap<>();

    SteadyHours(OpeningHours hours) {
        this.hours = hours;
    }

    private record Calendar(String tenant, String name) {}

    @Override
    public Shift at(String tenant, String calendar, Instant now) {
        Calendar key = new Calendar(tenant, calendar);
        try {
            Shift shift = hours.at(tenant, calendar, now);
            latest.put(key, shift.state());
            return shift;
        } catch (RuntimeException e) {
            Shift.State state = latest.getOrDefault(key, Shift.State.OPEN);
            log.warn("calendar {} of tenant {} does not answer; it counts as {} meanwhile", calendar, tenant, state, e);
            return new Shift(state, now.plus(RETRY));
        }
    }
}
