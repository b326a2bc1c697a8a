package io.chatmgmt.metrics;

/**
 * Classes of values whose width grows with the values: exact below {@value #EXACT}, and no wider than 1/64 of the value
 * above. Two sketches with the same classes merge by adding up.
 */
final class LogBuckets {

    static final int EXACT = 128;
    private static final int BITS = 6;

    private LogBuckets() {}

    /** The class of a value; values below zero are in the class of zero. */
    static long of(long value) {
        if (value < EXACT) {
            return Math.max(0, value);
        }
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value);
        return ((long) shift << (BITS + 1)) + (value >>> shift);
    }
}
