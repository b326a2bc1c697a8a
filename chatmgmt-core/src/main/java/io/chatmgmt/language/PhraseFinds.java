package io.chatmgmt.language;

import java.util.Arrays;

/**
 * The phrases that a {@link PhraseSet} found in a text, in the order of their first words. A detector may drop those that
 * it does not count, so that only its evidence is left.
 *
 * <p>A view of the scanner's buffers, so that listening allocates nothing: valid until the next search in the same text.
 * Not thread-safe.
 */
public final class PhraseFinds {

    private static final int WIDTH = 3;

    private int[] finds = new int[16 * WIDTH];
    private int size;

    PhraseFinds() {}

    void clear() {
        size = 0;
    }

    void add(int first, int last, int payload) {
        if (WIDTH * size == finds.length) {
            finds = Arrays.copyOf(finds, 2 * finds.length);
        }
        finds[WIDTH * size] = first;
        finds[WIDTH * size + 1] = last;
        finds[WIDTH * size + 2] = payload;
        size++;
    }

    /**
     * How many phrases were found.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Where a find begins.
     *
     * @param find the number of the find, from 0
     * @return the index of its first token
     */
    public int first(int find) {
        return finds[WIDTH * find];
    }

    /**
     * Where a find ends.
     *
     * @param find the number of the find, from 0
     * @return the index of its last token
     */
    public int last(int find) {
        return finds[WIDTH * find + 1];
    }

    /**
     * Which phrase was found.
     *
     * @param find the number of the find, from 0
     * @return the number that the phrase was added with
     */
    public int payload(int find) {
        return finds[WIDTH * find + 2];
    }

    /**
     * Puts a find in the place of another, usually of an earlier one that does not count.
     *
     * @param find the find to move
     * @param place where it goes
     */
    public void move(int find, int place) {
        System.arraycopy(finds, WIDTH * find, finds, WIDTH * place, WIDTH);
    }

    /**
     * Drops all finds from a place on.
     *
     * @param newSize how many finds stay
     */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }
}
