package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Hours of the day in which the customers write most.
 *
 * @param from the first hour, 0 to 23
 * @param to the hour that it ends with, 1 to 24; before {@code from} when it crosses midnight
 */
public record PeakHours(int from, int to) {

    static final int HOURS = 24;
    private static final double PEAK = 1.25;

    /**
     * The peaks of a day.
     *
     * @param messages how many messages each of the 24 hours has
     * @return in the order of the day; one that crosses midnight stands last
     */
    public static List<PeakHours> of(long[] messages) {
        long total = 0;
        for (long each : messages) {
            total += each;
        }
        List<PeakHours> peaks = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (isPeak(messages, hour, total) && !isPeak(messages, hour + HOURS - 1, total)) {
                int end = hour + 1;
                while (isPeak(messages, end, total)) {
                    end++;
                }
                peaks.add(new PeakHours(hour, end > HOURS ? end - HOURS : end));
            }
        }
        return peaks;
    }

    private static boolean isPeak(long[] messages, int hour, long total) {
        return messages[hour % HOURS] > PEAK * total / HOURS;
    }
}
