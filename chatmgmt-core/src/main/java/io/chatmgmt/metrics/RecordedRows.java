package io.chatmgmt.metrics;

import java.util.Arrays;

/**
 * Records that are kept to be passed on together. A record and its taking back cancel each other out only where they are
 * added up. Not thread-safe while it is filled.
 */
public final class RecordedRows implements Records {

    private static final int FIRST_ROOM = 16;

    private Measure[] measures = new Measure[FIRST_ROOM];
    private Dimension[] dimensions = new Dimension[FIRST_ROOM];
    private String[] slices = new String[FIRST_ROOM];
    private int[] quarters = new int[FIRST_ROOM];
    private int[] counts = new int[FIRST_ROOM];
    private long[] values = new long[FIRST_ROOM];
    private int size;

    /** No records yet. */
    public RecordedRows() {}

    @Override
    public void add(Measure measure, Dimension dimension, String slice, int quarter, int count, long value) {
        if (size == values.length) {
            int room = 2 * size;
            measures = Arrays.copyOf(measures, room);
            dimensions = Arrays.copyOf(dimensions, room);
            slices = Arrays.copyOf(slices, room);
            quarters = Arrays.copyOf(quarters, room);
            counts = Arrays.copyOf(counts, room);
            values = Arrays.copyOf(values, room);
        }
        measures[size] = measure;
        dimensions[size] = dimension;
        slices[size] = slice;
        quarters[size] = quarter;
        counts[size] = count;
        values[size++] = value;
    }

    /**
     * Passes all of them on, in the order in which they came.
     *
     * @param to takes them
     */
    public void forEach(Records to) {
        for (int i = 0; i < size; i++) {
            to.add(measures[i], dimensions[i], slices[i], quarters[i], counts[i], values[i]);
        }
    }

    /**
     * How many there are.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }
}
