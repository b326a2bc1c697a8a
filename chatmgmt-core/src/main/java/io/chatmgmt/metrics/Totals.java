package io.chatmgmt.metrics;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What measures add up to in one stretch of time, whole and in slices. Totals of neighbouring stretches merge into the
 * totals of both. Filled by stores, read by figures; not thread-safe while it is filled.
 */
public final class Totals {

    private static final Aggregate NOTHING = new Aggregate();

    private final Slices<Aggregate> slices = new Slices<>(Aggregate::new);

    /** Totals of nothing. */
    public Totals() {}

    /**
     * Adds to a slice.
     *
     * @param measure what is measured
     * @param dimension what it is taken apart by
     * @param slice which part
     * @return what to add to
     */
    public Aggregate at(Measure measure, Dimension dimension, String slice) {
        return slices.at(measure, dimension, slice);
    }

    /**
     * Adds other totals.
     *
     * @param other the other ones, which stay as they are
     * @return this
     */
    public Totals add(Totals other) {
        for (Measure measure : Measure.values()) {
            for (Dimension dimension : Dimension.values()) {
                other.slices.forEach(
                        measure,
                        dimension,
                        (slice, part) -> at(measure, dimension, slice).add(part));
            }
        }
        return this;
    }

    /**
     * What a measure adds up to.
     *
     * @param measure which measure
     * @return the whole, nothing when nothing was recorded; not to be changed
     */
    public Aggregate of(Measure measure) {
        return of(measure, Dimension.ALL, "");
    }

    /**
     * What a slice of a measure adds up to.
     *
     * @param measure which measure
     * @param dimension what it is taken apart by
     * @param slice which part
     * @return the part, nothing when nothing was recorded; not to be changed
     */
    public Aggregate of(Measure measure, Dimension dimension, String slice) {
        Aggregate found = slices.find(measure, dimension, slice);
        return found == null ? NOTHING : found;
    }

    /**
     * The slices in which anything is recorded.
     *
     * @param measure which measure
     * @param dimension what it is taken apart by
     * @return in order
     */
    public SortedSet<String> slices(Measure measure, Dimension dimension) {
        SortedSet<String> names = new TreeSet<>();
        slices.forEach(measure, dimension, (slice, part) -> {
            if (!part.isEmpty()) {
                names.add(slice);
            }
        });
        return names;
    }
}
