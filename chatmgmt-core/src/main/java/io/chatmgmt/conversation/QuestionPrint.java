package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Arrays;

/**
 * The fingerprint of a question, made to recognise the same question asked again without keeping its text: the sorted,
 * distinct hashes of its content words. Immutable; the hashes are not reversible into the words by this library.
 */
public final class QuestionPrint {

    /** The most word hashes that a print keeps; longer questions are cut after sorting, which keeps the cut stable. */
    public static final int MAX_WORDS = 32;

    private final int message;
    private final Instant askedAt;
    private final int[] words;

    private QuestionPrint(int message, Instant askedAt, int[] words) {
        this.message = message;
        this.askedAt = askedAt;
        this.words = words;
    }

    /**
     * A print of the given word hashes, not asked by any message yet.
     *
     * @param hashes the hashes of the content words, in any order, repeats allowed; not kept
     * @return the print
     */
    public static QuestionPrint of(int... hashes) {
        return of(hashes, hashes.length);
    }

    /**
     * A print of the first word hashes of a buffer.
     *
     * @param hashes the hashes of the content words, in any order, repeats allowed; not kept
     * @param count how many of them count
     * @return the print
     */
    public static QuestionPrint of(int[] hashes, int count) {
        int[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length && size < MAX_WORDS; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return new QuestionPrint(0, Instant.EPOCH, size == count ? sorted : Arrays.copyOf(sorted, size));
    }

    /**
     * The same print, asked by a message.
     *
     * @param number the message's number
     * @param at when it was asked
     * @return a print that shares the words of this one
     */
    public QuestionPrint askedBy(int number, Instant at) {
        return new QuestionPrint(number, at, words);
    }

    /**
     * When it was asked.
     *
     * @return {@link Instant#EPOCH} while no message asked it
     */
    public Instant askedAt() {
        return askedAt;
    }

    /**
     * The number of the message that asked.
     *
     * @return the number, 0 while it has none
     */
    public int message() {
        return message;
    }

    /**
     * How many distinct content words the question has.
     *
     * @return 0 to {@value #MAX_WORDS}
     */
    public int size() {
        return words.length;
    }

    /**
     * The sorted word hashes.
     *
     * @return a copy
     */
    public int[] words() {
        return words.clone();
    }

    /**
     * How alike two questions are: the Jaccard index of their word sets.
     *
     * @param other the other question
     * @return 0 (nothing in common) to 1 (the same words); 0 when either has no words
     */
    public double similarity(QuestionPrint other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < words.length && j < other.words.length) {
            int order = Integer.compare(words[i], other.words[j]);
            if (order == 0) {
                common++;
            }
            if (order <= 0) {
                i++;
            }
            if (order >= 0) {
                j++;
            }
        }
        int union = words.length + other.words.length - common;
        return union == 0 ? 0 : (double) common / union;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionPrint print
                && message == print.message
                && askedAt.equals(print.askedAt)
                && Arrays.equals(words, print.words);
    }

    @Override
    public int hashCode() {
        return 31 * message + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "QuestionPrint[message=" + message + ", words=" + words.length + "]";
    }
}
