package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rollups of one tenant in memory: what is recorded, by measure, slice and quarter-hour, with the sums of whole days
 * beside them. Recording allocates nothing beyond the sketches. Thread-safe: a reader sees what was recorded before, as a
 * whole.
 */
public final class Rollups implements Records {

    private final Map<Measure, Map<Dimension, Map<String, RollupSeries>>> series = new EnumMap<>(Measure.class);

    /** Empty rollups. */
    public Rollups() {}

    @Override
    public synchronized void add(
            Measure measure, Dimension dimension, String slice, int quarter, int count, long value) {
        Map<Dimension, Map<String, RollupSeries>> dimensions = series.get(measure);
        if (dimensions == null) {
            dimensions = new EnumMap<>(Dimension.class);
            series.put(measure, dimensions);
        }
        Map<String, RollupSeries> slices = dimensions.get(dimension);
        if (slices == null) {
            slices = new HashMap<>();
            dimensions.put(dimension, slices);
        }
        RollupSeries one = slices.get(slice);
        if (one == null) {
            one = new RollupSeries();
            slices.put(slice, one);
        }
        one.add(measure, quarter, count, value);
    }

    /**
     * Takes all of some records, so that a reader sees either none of them or all.
     *
     * @param records the records
     */
    public synchronized void addAll(RecordedRows records) {
        records.forEach(this);
    }

    /**
     * What measures add up to.
     *
     * @param query which measures, and in which stretches of time
     * @return the totals of each stretch
     */
    public synchronized List<Totals> totals(RollupQuery query) {
        List<Totals> all = new ArrayList<>(query.stretches());
        for (int i = 0; i < query.stretches(); i++) {
            all.add(totals(query, query.boundaries().get(i), query.boundaries().get(i + 1)));
        }
        return all;
    }

    private Totals totals(RollupQuery query, int from, int to) {
        Totals totals = new Totals();
        for (Measure measure : query.measures()) {
            series.getOrDefault(measure, Map.of()).forEach((dimension, slices) -> {
                if (query.dimensions().contains(dimension)) {
                    slices.forEach((slice, one) -> one.addTo(totals.at(measure, dimension, slice), from, to));
                }
            });
        }
        return totals;
    }
}
