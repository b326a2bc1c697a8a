package io.chatmgmt.language;

/**
 * Numbers for the sequences of two to five letters within a word, where its beginning and end count as letters. A number
 * is a hash, a row of a {@link LetterTable} once it is cut to the table's size.
 */
final class Sequences {

    /** The sequences that end at one letter: one of each length. */
    static final int PER_LETTER = 4;

    private static final int TWO = 0x27D4EB2F;
    private static final int THREE = 0xC2B2AE35;
    private static final int FOUR = 0x85EBCA6B;
    private static final int FIVE = 0x9E3779B1;
    private static final int ONE = 0x9E3779B1;
    private static final int SPREAD = 0x2C1B3C6D;
    private static final int BOUNDARY = ' ' * ONE;

    private Sequences() {}

    /**
     * Numbers the sequences of a stretch of {@link ScannedText#stream}.
     *
     * @param stream lower-case words, a space after each
     * @param from where a word begins
     * @param to the end, best behind a space: what is cut off there has no end of a word
     * @param bits how many bits a number has
     * @param rows takes the numbers; has room for {@value #PER_LETTER} for each letter
     * @return how many numbers there are
     */
    static int read(char[] stream, int from, int to, int bits, int[] rows) {
        int shift = Integer.SIZE - bits;
        int count = 0;
        int one = BOUNDARY;
        int two = 0;
        int three = 0;
        int four = 0;
        int lengths = 1;
        for (int i = from; i < to; i++) {
            char c = stream[i];
            int nextTwo = (one ^ c) * TWO;
            int nextThree = (two ^ c) * THREE;
            int nextFour = (three ^ c) * FOUR;
            // without branches: numbers of sequences that would begin before the word are overwritten by the next
            rows[count] = spread(nextTwo) >>> shift;
            rows[count + 1] = spread(nextThree) >>> shift;
            rows[count + 2] = spread(nextFour) >>> shift;
            rows[count + 3] = spread((four ^ c) * FIVE) >>> shift;
            count += lengths;
            if (c == ' ') {
                one = BOUNDARY;
                lengths = 1;
            } else {
                one = c * ONE;
                two = nextTwo;
                three = nextThree;
                four = nextFour;
                lengths = Math.min(lengths + 1, PER_LETTER);
            }
        }
        return count;
    }

    private static int spread(int hash) {
        return (hash ^ hash >>> 15) * SPREAD;
    }
}
