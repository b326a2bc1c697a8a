package io.chatmgmt.metrics;

import java.util.Arrays;

/** One day of UTC of one slice of a measure: its quarters in ascending order, and what they add up to. Not thread-safe. */
final class RollupPage {

    private static final int FIRST_ROOM = 4;

    final Aggregate day = new Aggregate();
    private byte[] quarters = new byte[FIRST_ROOM];
    private Aggregate[] parts = new Aggregate[FIRST_ROOM];
    private int size;

    Aggregate at(int quarterOfDay) {
        if (size > 0 && quarters[size - 1] == quarterOfDay) {
            return parts[size - 1];
        }
        int i = Arrays.binarySearch(quarters, 0, size, (byte) quarterOfDay);
        return i >= 0 ? parts[i] : insert(-i - 1, quarterOfDay);
    }

    private Aggregate insert(int place, int quarterOfDay) {
        if (size == quarters.length) {
            quarters = Arrays.copyOf(quarters, Math.min(2 * size, Quarter.PER_DAY));
            parts = Arrays.copyOf(parts, quarters.length);
        }
        System.arraycopy(quarters, place, quarters, place + 1, size - place);
        System.arraycopy(parts, place, parts, place + 1, size - place);
        quarters[place] = (byte) quarterOfDay;
        parts[place] = new Aggregate();
        size++;
        return parts[place];
    }

    void addTo(Aggregate into, int from, int to) {
        if (from == 0 && to == Quarter.PER_DAY) {
            into.add(day);
            return;
        }
        for (int i = 0; i < size; i++) {
            if (quarters[i] >= from && quarters[i] < to) {
                into.add(parts[i]);
            }
        }
    }
}
