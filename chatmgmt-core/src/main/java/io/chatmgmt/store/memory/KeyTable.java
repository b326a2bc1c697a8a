package io.chatmgmt.store.memory;

/**
 * The command keys of one conversation as an open-addressing table of longs: the upper half of the key's hash, and the
 * version of the journal row that has the key. Whoever finds a version has to compare that row's key.
 *
 * <p>Written under the conversation's lock, read without: a reader may come upon versions that are newer than the rows
 * that it knows, and passes them by.
 */
final class KeyTable {

    static final long[] EMPTY = new long[0];

    private static final long UPPER_HALF = 0xFFFF_FFFF_0000_0000L;
    private static final int SMALLEST = 4;

    private KeyTable() {}

    /** A table with room for so many keys at three quarters full: the same one, or a larger copy. */
    static long[] withRoomFor(int keys, long[] table) {
        if (keys <= table.length / 4 * 3) {
            return table;
        }
        int length = Math.max(SMALLEST, table.length);
        while (keys > length / 4 * 3) {
            length *= 2;
        }
        long[] larger = new long[length];
        for (long slot : table) {
            if (slot != 0) {
                put(larger, slot);
            }
        }
        return larger;
    }

    static void put(long[] table, long hash, int version) {
        put(table, (hash & UPPER_HALF) | version);
    }

    /** The slot where the search for a hash begins. */
    static int home(long[] table, long hash) {
        return (int) (hash >>> Long.numberOfLeadingZeros(table.length - 1L));
    }

    static int next(long[] table, int slot) {
        return (slot + 1) & (table.length - 1);
    }

    static boolean matches(long slot, long hash) {
        return ((slot ^ hash) & UPPER_HALF) == 0;
    }

    static int version(long slot) {
        return (int) slot;
    }

    private static void put(long[] table, long slot) {
        int i = home(table, slot);
        while (table[i] != 0) {
            i = next(table, i);
        }
        table[i] = slot;
    }
}
