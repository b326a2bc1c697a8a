package io.chatmgmt.language;

import java.util.Arrays;

/**
 * What the learned detectors see of a text: its words alone, in twos and in threes, and the sequences of four letters of its
 * longer words, each hashed to a row of a {@link GramModel}. Read at most once a text, into buffers that are used again. What
 * is quoted is left out; one number is as good as another. Not thread-safe.
 */
final class Grams {

    /** The rows of every model: 2 to the power of this. */
    static final int BITS = 18;

    /** What a longer text holds beyond so many is not looked at. */
    static final int MOST = 4_096;

    /** Shorter words have no sequence of letters that says more than the word itself. */
    private static final int FEWEST_LETTERS = 4;

    private static final int BEGIN = 0x2545F491;
    private static final int END = 0x1B873593;
    private static final int NUMBER = 0x38495AB5;
    private static final int QUOTATION = 0x52DCE729;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long WORD = 0xA0761D6478BD642FL;
    private static final long TRIPLE = 0xE7037ED1A0B428DBL;

    /** The rows of the words and of what they make together. */
    int[] rows = new int[256];
    /** Where the rows of each token end; those that it shares with tokens before it are its own. */
    int[] ends = new int[128];

    int size;

    /** The rows of the sequences of letters, and where those of each token end. */
    int[] letterRows = new int[256];

    int[] letterEnds = new int[128];
    int letters;
    private boolean read;

    /** What the model {@link #summed} made of the text. */
    final int[] sums = new int[GramModel.LANES];

    final int[] letterSums = new int[GramModel.LANES];

    Object summed = this;

    /** A new text is there. */
    void forget() {
        read = false;
        summed = this;
    }

    void read(ScannedText text) {
        if (read) {
            return;
        }
        read = true;
        size = 0;
        letters = 0;
        int tokens = Math.min(text.size, MOST);
        if (ends.length < tokens) {
            ends = new int[tokens + tokens / 2];
            letterEnds = new int[ends.length];
        }
        int second = BEGIN;
        int before = BEGIN;
        int from = 0;
        for (int token = 0; token < tokens; token++) {
            int to = text.foldedEnds[token];
            int flags = text.flags[token];
            int word = (flags & ScannedText.NUMBER) != 0 ? NUMBER : text.hashes[token];
            if ((flags & ScannedText.QUOTED) != 0) {
                word = QUOTATION;
            } else if (size < MOST) {
                ensure(3);
                rows[size++] = row(word ^ WORD);
                addTogether(second, before, word);
                boolean spelled = (flags & (ScannedText.NUMBER | ScannedText.EMOJI | ScannedText.IDEOGRAPH)) == 0;
                if (spelled && to - from >= FEWEST_LETTERS) {
                    addLetters(text.folded, from, to);
                }
            }
            ends[token] = size;
            letterEnds[token] = letters;
            second = before;
            before = word;
            from = to;
        }
        ensure(2);
        addTogether(second, before, END);
    }

    private void addTogether(int second, int before, int word) {
        long pair = (long) before << 32 ^ word & 0xFFFFFFFFL;
        rows[size++] = row(pair);
        rows[size++] = row((pair ^ second * TRIPLE) * WORD);
    }

    /** Four letters fit a long: the word's boundaries count as letters. */
    private void addLetters(char[] folded, int from, int to) {
        if (letters + to - from > letterRows.length) {
            letterRows = Arrays.copyOf(letterRows, 2 * (letters + to - from));
        }
        long window = (long) ' ' << 32 | (long) folded[from] << 16 | folded[from + 1];
        int next = letters;
        for (int i = from + 2; i < to; i++) {
            window = window << 16 | folded[i];
            letterRows[next++] = row(window);
        }
        letterRows[next++] = row(window << 16 | ' ');
        letters = next;
    }

    private static int row(long gram) {
        return (int) (gram * MIX >>> Long.SIZE - BITS);
    }

    private void ensure(int more) {
        if (size + more > rows.length) {
            rows = Arrays.copyOf(rows, 2 * (size + more));
        }
    }
}
