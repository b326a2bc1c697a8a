package io.chatmgmt.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What some records of one measure add up to: how many, their sum, and, where the measure keeps one, a sketch of how they
 * are spread or the set of who they were. Aggregates of parts merge into exactly the aggregate of the whole. Not
 * thread-safe.
 */
public final class Aggregate {

    private long count;
    private long sum;
    private @Nullable Cells cells;

    /** An aggregate of nothing. */
    public Aggregate() {}

    /**
     * Adds records that keep no sketch.
     *
     * @param count how many, negative to take back
     * @param sum the sum of their values
     */
    public void add(long count, long sum) {
        this.count += count;
        this.sum += sum;
    }

    /**
     * Adds records of one class of a sketch, or of one member of a set.
     *
     * @param cell the class or the member
     * @param count how many, negative to take back
     * @param sum the sum of their values
     */
    public void add(long cell, long count, long sum) {
        add(count, sum);
        addCell(cell, count, sum);
    }

    private void addCell(long cell, long count, long sum) {
        Cells into = cells;
        if (into == null) {
            into = new Cells();
            cells = into;
        }
        into.add(cell, count, sum);
    }

    /**
     * Adds what another aggregate holds.
     *
     * @param other the other one, which stays as it is
     */
    public void add(Aggregate other) {
        add(other.count, other.sum);
        Cells more = other.cells;
        if (more != null) {
            more.forEach(this::addCell);
        }
    }

    /**
     * How many records.
     *
     * @return the number
     */
    public long count() {
        return count;
    }

    /**
     * The sum of the recorded values.
     *
     * @return in parts of the measure's unit
     */
    public long sum() {
        return sum;
    }

    /**
     * How many different members a set has.
     *
     * @return 0 for a measure without a set
     */
    public long distinct() {
        return cells == null ? 0 : cells.members();
    }

    /**
     * The nearest-rank quantile: a value that so large a share of all do not exceed. It is the mean of its class of the
     * sketch, so it is exact where all values of the class are equal and off by less than 1/64 of the value anywhere.
     *
     * @param share above 0, up to 1
     * @return in parts of the measure's unit, NaN over nothing
     */
    public double quantile(double share) {
        Cells spread = cells;
        if (spread == null || count <= 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count - 1e-9));
        long[] keys = spread.sortedKeys();
        long seen = 0;
        for (long key : keys) {
            seen += spread.count(key);
            if (seen >= rank) {
                return (double) spread.sum(key) / spread.count(key);
            }
        }
        return Double.NaN;
    }

    /**
     * How far the values are from their mean: the variance that they are a sample of, each taken for the mean of its class
     * of the sketch, which is off by less than 1/64 of the value.
     *
     * @return in squared parts of the measure's unit, 0 over fewer than two
     */
    double variance() {
        Cells spread = cells;
        if (spread == null || count < 2) {
            return 0;
        }
        double mean = (double) sum / count;
        double[] squares = new double[1];
        spread.forEach((cell, records, total) -> {
            double distance = (double) total / records - mean;
            squares[0] += records * distance * distance;
        });
        return squares[0] / (count - 1);
    }

    /**
     * How many records have a value, where the measure keeps a sketch.
     *
     * @param value in parts of the measure's unit; below 64 exactly this one, above about this one
     * @return the number
     */
    public long countOf(long value) {
        return cells == null ? 0 : cells.count(LogBuckets.of(value));
    }

    /** Visits the classes or members that count. */
    void forEachCell(Cells.Visitor visitor) {
        if (cells != null) {
            cells.forEach(visitor);
        }
    }

    boolean isEmpty() {
        return count == 0 && sum == 0 && (cells == null || cells.members() == 0);
    }
}
