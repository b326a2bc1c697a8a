package io.chatmgmt.store.memory;

import java.util.SplittableRandom;

/**
 * Hashes command keys into 64 bits. Keys may come from whoever writes the messages, so each store has a seed of its own:
 * nobody can choose keys that collide.
 */
final class KeyHash {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long seed = new SplittableRandom().nextLong();

    long of(String key) {
        int length = key.length();
        long hash = seed ^ length;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            long four = key.charAt(i)
                    | ((long) key.charAt(i + 1) << 16)
                    | ((long) key.charAt(i + 2) << 32)
                    | ((long) key.charAt(i + 3) << 48);
            hash = mixed(hash ^ four);
        }
        for (; i < length; i++) {
            hash = mixed(hash ^ key.charAt(i));
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long product = hash * MULTIPLIER;
        return product ^ (product >>> 32);
    }
}
