package io.chatmgmt.language;

/** Numbers for sequences of two and three letters, hashed into a fixed range. */
final class Sequences {

    /** 2^14 places for the roughly ten thousand sequences that the word lists of a dozen languages have. */
    static final int BITS = 14;

    static final int COUNT = 1 << BITS;

    private Sequences() {}

    /** What two letters have in common for {@link #pair} and, with a letter after them, {@link #triple}. */
    static int mix(char first, char second) {
        return first * 0x9E3779B1 ^ second;
    }

    static int pair(int mixed) {
        return mixed * 0x85EBCA6B >>> 32 - BITS;
    }

    static int triple(int mixed, char third) {
        return (mixed * 0xC2B2AE35 ^ third) * 0x27D4EB2F >>> 32 - BITS;
    }
}
