package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The rollups of one tenant in memory: what is recorded, by measure, slice and quarter-hour, with the sums of whole days
 * beside them. Recording allocates nothing beyond the sketches. Thread-safe: a reader sees what was recorded before, as a
 * whole.
 */
public final class Rollups implements Records {

    private final Slices<RollupSeries> series = new Slices<>(RollupSeries::new);

    /** Empty rollups. */
    public Rollups() {}

    @Override
    public synchronized void add(
            Measure measure, Dimension dimension, String slice, int quarter, int count, long value) {
        series.at(measure, dimension, slice).add(measure, quarter, count, value);
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
            for (Dimension dimension : query.dimensions()) {
                series.forEach(
                        measure, dimension, (slice, one) -> one.addTo(totals.at(measure, dimension, slice), from, to));
            }
        }
        return totals;
    }
}
