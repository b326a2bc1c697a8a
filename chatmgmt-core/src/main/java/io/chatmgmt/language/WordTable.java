package io.chatmgmt.language;

/** Maps a word's hash to a number greater than 0, by open addressing: one or two cache lines a look-up. Immutable. */
final class WordTable {

    /** The share of the places that may be taken, as taken × this ≤ places. */
    private static final int SPARSENESS = 2;

    /** Word and number side by side. No word has the hash 0, so that marks a free place. */
    private final int[] places;

    /** The words with the numbers at the same indices, as far as {@code size}; each word once. */
    WordTable(int[] words, int[] numbers, int size) {
        int room = Integer.highestOneBit(Math.max(8, SPARSENESS * size - 1)) << 1;
        places = new int[2 * room];
        for (int i = 0; i < size; i++) {
            int place = place(words[i]);
            while (places[place] != 0) {
                place = place + 2 & places.length - 1;
            }
            places[place] = words[i];
            places[place + 1] = numbers[i];
        }
    }

    /** The number, 0 when there is none. */
    int get(int word) {
        int[] table = places;
        for (int place = place(word); ; place = place + 2 & table.length - 1) {
            if (table[place] == word) {
                return table[place + 1];
            }
            if (table[place] == 0) {
                return 0;
            }
        }
    }

    /** The words' hashes were spread already when they were finished. */
    private int place(int word) {
        return word << 1 & places.length - 1;
    }
}
