package io.chatmgmt.examples.report;

import io.chatmgmt.metrics.Unit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recorded values, all of them kept: means and percentiles are exact. Not thread-safe. */
final class Samples {

    private final Unit unit;
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long size;
    private long sum;

    Samples(Unit unit) {
        this.unit = unit;
    }

    void add(long value, int count) {
        counts.merge(value, (long) count, Long::sum);
        size += count;
        sum += count * value;
    }

    /** The mean in the unit; null over nothing. */
    @Nullable
    Double mean() {
        return size == 0 ? null : Double.valueOf(unit.shown((double) sum / size));
    }

    /** The nearest-rank percentile: the smallest value that so many percent of all do not exceed; null over nothing. */
    @Nullable
    Double percentile(int percent) {
        long rank = Math.max(1, (percent * size + 99) / 100);
        long seen = 0;
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return unit.shown(each.getKey());
            }
        }
        return null;
    }
}
