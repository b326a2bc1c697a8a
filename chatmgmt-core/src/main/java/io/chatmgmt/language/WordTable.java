package io.chatmgmt.language;

/**
 * Maps a node and a word's hash to a number greater than 0, by open addressing: one or two cache lines a look-up. Not
 * thread-safe while it is filled; safe to read once it was published.
 */
final class WordTable {

    /** The share of the places that may be taken, as taken × this ≤ places. */
    private static final int SPARSENESS = 2;

    private long[] keys = new long[16];
    private int[] values = new int[16];
    private int size;

    /** The number, 0 when there is none. No word has the hash 0, so the key 0 marks a free place. */
    int get(int node, int word) {
        long[] table = keys;
        long key = key(node, word);
        for (int place = place(key, table.length); ; place = place + 1 & table.length - 1) {
            if (table[place] == key) {
                return values[place];
            }
            if (table[place] == 0) {
                return 0;
            }
        }
    }

    void put(int node, int word, int value) {
        if (SPARSENESS * (size + 1) > keys.length) {
            grow();
        }
        insert(key(node, word), value);
    }

    private void insert(long key, int value) {
        int place = place(key, keys.length);
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        size += keys[place] == 0 ? 1 : 0;
        keys[place] = key;
        values[place] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static long key(int node, int word) {
        return (long) node << 32 | word & 0xFFFFFFFFL;
    }

    private static int place(long key, int places) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(places) + 1);
    }
}
