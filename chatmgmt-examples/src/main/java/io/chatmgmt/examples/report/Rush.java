package io.chatmgmt.examples.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the customers write: messages by hour of the day, in UTC. Peak hours are the hours with more than 1.25 times the
 * mean of all hours, neighbours joined, across midnight too. Not thread-safe.
 */
final class Rush {

    private static final int HOURS = 24;
    private static final int SECONDS = 3600;
    private static final double PEAK = 1.25;

    private final long[] messages = new long[HOURS];

    void add(Instant at) {
        messages[(int) (Math.floorDiv(at.getEpochSecond(), SECONDS) % HOURS)]++;
    }

    /** The peak hours, in the order of the day; one that crosses midnight stands last. */
    List<Report.Hours> peaks() {
        List<Report.Hours> peaks = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (isPeak(hour) && !isPeak(hour + HOURS - 1)) {
                int end = hour + 1;
                while (isPeak(end)) {
                    end++;
                }
                peaks.add(new Report.Hours(hour, end > HOURS ? end - HOURS : end));
            }
        }
        return peaks;
    }

    private boolean isPeak(int hour) {
        long total = 0;
        for (long count : messages) {
            total += count;
        }
        return messages[hour % HOURS] > PEAK * total / HOURS;
    }

    long[] byHour() {
        return messages.clone();
    }
}
