package io.chatmgmt.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Numbers for all the words that detectors know, so that each word of a text is looked up once however many detectors ask
 * about it. A word's number is its row, from 1, together with its marks: one bit for each thing that detectors want to know
 * at once, such as whether one of their phrases begins with it. Immutable and thread-safe.
 */
public final class Vocabulary {

    /** How many different marks there are. */
    public static final int MARKS = 12;

    private static final int ROW_BITS = Integer.SIZE - MARKS;
    private static final int ROW = (1 << ROW_BITS) - 1;

    /** No more than two of three places are taken. */
    private static final double SPARSENESS = 1.5;

    private final int size;

    /** A word's hash and its number side by side. No word has the hash 0, so that marks a free place. */
    private final int[] places;

    private Vocabulary(int size, int[] places) {
        this.size = size;
        this.places = places;
    }

    private static Vocabulary of(int[] hashes, int[] numbers) {
        int room = Integer.highestOneBit((int) Math.max(8, SPARSENESS * hashes.length)) << 1;
        int[] places = new int[2 * room];
        int mask = places.length - 1;
        for (int i = 0; i < hashes.length; i++) {
            int place = hashes[i] << 1 & mask;
            while (places[place] != 0) {
                place = place + 2 & mask;
            }
            places[place] = hashes[i];
            places[place + 1] = numbers[i];
        }
        return new Vocabulary(hashes.length, places);
    }

    /**
     * Reads a vocabulary.
     *
     * @param in what {@link #write} wrote, with the same release of the library
     * @return the vocabulary
     * @throws IOException if it cannot be read
     */
    public static Vocabulary read(DataInput in) throws IOException {
        return new Vocabulary(in.readInt(), Ints.read(in));
    }

    /**
     * Writes the vocabulary; the same words and marks give the same bytes.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        Ints.write(places, out);
    }

    /**
     * How many words there are.
     *
     * @return the greatest row
     */
    public int size() {
        return size;
    }

    /**
     * Looks a word up.
     *
     * @param hash the hash of its folded form, as {@link ScannedText#hash} has it
     * @return its number; 0 for a word that is not in the vocabulary
     */
    public int find(int hash) {
        int[] table = places; // the words' hashes were spread already when they were finished
        int mask = table.length - 1;
        for (int place = hash << 1 & mask; ; place = place + 2 & mask) {
            int word = table[place];
            if (word == hash) {
                return table[place + 1];
            }
            if (word == 0) {
                return 0;
            }
        }
    }

    /**
     * The numbers of all words of a text; looked up when the first detector asks.
     *
     * @param text the text
     * @return a number for each token, and more behind them; not to be changed, valid until the text is read by another
     *     vocabulary
     */
    public int[] words(ScannedText text) {
        if (text.readBy != this) {
            look(text);
        }
        return text.words;
    }

    /**
     * The marks that any word of a text has.
     *
     * @param text the text
     * @return the marks of all its words together
     */
    public int marks(ScannedText text) {
        if (text.readBy != this) {
            look(text);
        }
        return text.marks;
    }

    private void look(ScannedText text) {
        int size = text.size;
        int[] words = text.wordRoom();
        int[] tokens = text.hashes;
        int all = 0;
        for (int token = 0; token < size; token++) {
            int number = find(tokens[token]);
            words[token] = number;
            all |= number;
        }
        text.marks = all >>> ROW_BITS;
        text.readBy = this;
    }

    /**
     * The row of a word.
     *
     * @param number the word's number
     * @return 1 to {@link #size}; 0 for a word that is not in the vocabulary
     */
    public static int row(int number) {
        return number & ROW;
    }

    /**
     * Whether a word has a mark.
     *
     * @param number the word's number
     * @param mark one bit, or several of which one is enough
     * @return false for a word that is not in the vocabulary
     */
    public static boolean marked(int number, int mark) {
        return (number >>> ROW_BITS & mark) != 0;
    }

    /** The hashes of the words by their rows, from 1. */
    int[] hashes() {
        int[] hashes = new int[size + 1];
        for (int place = 0; place < places.length; place += 2) {
            hashes[row(places[place + 1])] = places[place];
        }
        hashes[0] = 0; // where the free places went
        return hashes;
    }

    /** Collects words and their marks. Not thread-safe. */
    public static final class Builder {

        private final Map<Integer, Integer> marks = new TreeMap<>();

        /** A builder without words. */
        public Builder() {}

        /**
         * Adds a word, or a mark to a word.
         *
         * @param hash the hash of the word's folded form
         * @param mark one of {@value #MARKS} bits; 0 for none
         * @return this builder
         */
        public Builder add(int hash, int mark) {
            if (hash == 0) {
                throw new IllegalArgumentException("hash must not be 0");
            }
            if (mark >>> MARKS != 0) {
                throw new IllegalArgumentException("mark must have at most " + MARKS + " bits: " + mark);
            }
            marks.merge(hash, mark, (one, other) -> one | other);
            return this;
        }

        /**
         * The vocabulary of the words added so far, those with the higher marks first.
         *
         * @return an immutable vocabulary, independent of this builder
         * @throws IllegalStateException if there are more words than rows
         */
        public Vocabulary build() {
            if (marks.size() > ROW) {
                throw new IllegalStateException("at most " + ROW + " words, not " + marks.size());
            }
            int[] hashes = sorted().mapToInt(Map.Entry::getKey).toArray();
            int[] numbers = sorted().mapToInt(Map.Entry::getValue).toArray();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i] << ROW_BITS | i + 1;
            }
            return of(hashes, numbers);
        }

        private Stream<Map.Entry<Integer, Integer>> sorted() {
            return marks.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.<Integer>reverseOrder()));
        }
    }
}
