package io.chatmgmt.store.cache;

/**
 * How well a cache does. Immutable.
 *
 * @param hits how often a row was at hand
 * @param misses how often it was not, and the store was asked
 * @param size about how many rows are at hand now
 */
public record CacheFigures(long hits, long misses, long size) {

    /**
     * The share of hits.
     *
     * @return 0 to 1; 1 before anything was asked for
     */
    public double hitRate() {
        long all = hits + misses;
        return all == 0 ? 1 : (double) hits / all;
    }
}
