package io.chatmgmt.metrics;

import java.util.Arrays;

/**
 * Counts and sums by a number: the classes of a sketch, or the members of a set. Open addressing in flat arrays: adding
 * to a number that is there allocates nothing. Not thread-safe.
 */
final class Cells {

    private static final int FIRST_ROOM = 8;

    private long[] keys = new long[FIRST_ROOM];
    private long[] counts = new long[FIRST_ROOM];
    private long[] sums = new long[FIRST_ROOM];
    private boolean[] taken = new boolean[FIRST_ROOM];
    private int size;

    /** What is done with each cell. */
    @FunctionalInterface
    interface Visitor {

        void visit(long key, long count, long sum);
    }

    void add(long key, long count, long sum) {
        int i = place(key);
        if (!taken[i]) {
            if (2 * (size + 1) > keys.length) {
                grow();
                i = place(key);
            }
            taken[i] = true;
            keys[i] = key;
            size++;
        }
        counts[i] += count;
        sums[i] += sum;
    }

    void addAll(Cells other) {
        other.forEach(this::add);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (taken[i] && counts[i] != 0) {
                visitor.visit(keys[i], counts[i], sums[i]);
            }
        }
    }

    /** How many numbers have been counted more often than taken back. */
    int members() {
        int members = 0;
        for (long count : counts) {
            members += count > 0 ? 1 : 0;
        }
        return members;
    }

    /** The numbers that count, in ascending order. */
    long[] sortedKeys() {
        long[] sorted = new long[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (taken[i] && counts[i] > 0) {
                sorted[n++] = keys[i];
            }
        }
        sorted = Arrays.copyOf(sorted, n);
        Arrays.sort(sorted);
        return sorted;
    }

    long count(long key) {
        int i = place(key);
        return taken[i] ? counts[i] : 0;
    }

    long sum(long key) {
        int i = place(key);
        return taken[i] ? sums[i] : 0;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int i = home(key) & mask;
        while (taken[i] && keys[i] != key) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private static int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    private void grow() {
        Cells bigger = new Cells();
        int room = 2 * keys.length;
        bigger.keys = new long[room];
        bigger.counts = new long[room];
        bigger.sums = new long[room];
        bigger.taken = new boolean[room];
        for (int i = 0; i < keys.length; i++) {
            if (taken[i]) {
                int to = bigger.place(keys[i]);
                bigger.taken[to] = true;
                bigger.keys[to] = keys[i];
                bigger.counts[to] = counts[i];
                bigger.sums[to] = sums[i];
            }
        }
        keys = bigger.keys;
        counts = bigger.counts;
        sums = bigger.sums;
        taken = bigger.taken;
    }
}
