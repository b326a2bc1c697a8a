package io.chatmgmt.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What measures add up to in one stretch of time, whole and in slices. Totals of neighbouring stretches merge into the
 * totals of both. Filled by stores, read by figures; not thread-safe while it is filled.
 */
public final class Totals {

    private static final Aggregate NOTHING = new Aggregate();

    private final Map<Measure, Map<Dimension, SortedMap<String, Aggregate>>> slices = new EnumMap<>(Measure.class);

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
        return slices.computeIfAbsent(measure, unknown -> new EnumMap<>(Dimension.class))
                .computeIfAbsent(dimension, unknown -> new TreeMap<>())
                .computeIfAbsent(slice, unknown -> new Aggregate());
    }

    /**
     * Adds other totals.
     *
     * @param other the other ones, which stay as they are
     * @return this
     */
    public Totals add(Totals other) {
        other.slices.forEach((measure, dimensions) -> dimensions.forEach((dimension, parts) ->
                parts.forEach((slice, part) -> at(measure, dimension, slice).add(part))));
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
        Aggregate found = parts(measure, dimension).get(slice);
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
        parts(measure, dimension).forEach((slice, part) -> {
            if (!part.isEmpty()) {
                names.add(slice);
            }
        });
        return names;
    }

    private SortedMap<String, Aggregate> parts(Measure measure, Dimension dimension) {
        return slices.getOrDefault(measure, Map.of()).getOrDefault(dimension, Collections.emptySortedMap());
    }
}
