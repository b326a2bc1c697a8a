package io.chatmgmt.examples.report;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Measured values, all of them kept: means and percentiles are exact. Not thread-safe. */
final class Samples {

    private static final double NANOS = 1e9;

    private double[] values = new double[64];
    private int size;
    private boolean sorted = true;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        sorted = false;
    }

    /** Adds a duration in seconds. */
    void add(Duration duration) {
        add(duration.getSeconds() + duration.getNano() / NANOS);
    }

    int size() {
        return size;
    }

    /** The mean; null over nothing. */
    @Nullable
    Double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return size == 0 ? null : sum / size;
    }

    /** The nearest-rank percentile: the smallest value that so many percent of all do not exceed; null over nothing. */
    @Nullable
    Double percentile(int percent) {
        if (size == 0) {
            return null;
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        long rank = (percent * (long) size + 99) / 100;
        return values[(int) Math.max(1, rank) - 1];
    }
}
