package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Arrays;

/**
 * The fingerprint of a question, made to recognise the same question asked again without keeping its text: the sorted,
 * distinct hashes of its content words, and its meaning as a direction in a space of {@value #DIRECTIONS} dimensions, two
 * bits each. At most 96 bytes. Immutable; neither is reversible into the words by this library.
 */
public final class QuestionPrint {

    /** The most word hashes that a print keeps; longer questions are cut after sorting, which keeps the cut stable. */
    public static final int MAX_WORDS = 20;

    /** The dimensions of the space in which questions of one meaning lie close together. */
    public static final int DIRECTIONS = 64;

    /** What a strong direction counts, a weak one counting 1. */
    private static final int STRONG = 3;

    private final int message;
    private final Instant askedAt;
    private final int[] words;
    private final long signs;
    private final long strengths;

    private QuestionPrint(int message, Instant askedAt, int[] words, long signs, long strengths) {
        this.message = message;
        this.askedAt = askedAt;
        this.words = words;
        this.signs = signs;
        this.strengths = strengths;
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
        return of(hashes, count, 0, 0);
    }

    /**
     * A print of the first word hashes of a buffer, with a meaning.
     *
     * @param hashes the hashes of the content words, in any order, repeats allowed; not kept
     * @param count how many of them count
     * @param directions for each dimension, whether the question lies on its positive side
     * @param strong for each dimension, whether it lies far from the middle; 0 for a question without a meaning
     * @return the print
     */
    public static QuestionPrint of(int[] hashes, int count, long directions, long strong) {
        int[] sorted = Arrays.copyOf(hashes, count);
        if (count > 1) {
            Arrays.sort(sorted);
        }
        int size = 0;
        for (int i = 0; i < sorted.length && size < MAX_WORDS; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return new QuestionPrint(
                0, Instant.EPOCH, size == count ? sorted : Arrays.copyOf(sorted, size), directions, strong);
    }

    /**
     * The same print with a meaning. Without one it is compared by its words alone.
     *
     * @param directions for each dimension, whether the question lies on its positive side
     * @param strong for each dimension, whether it lies far from the middle; 0 for a question without a meaning
     * @return a print that shares the words of this one
     */
    public QuestionPrint meaning(long directions, long strong) {
        return new QuestionPrint(message, askedAt, words, directions, strong);
    }

    /**
     * The same print, asked by a message.
     *
     * @param number the message's number
     * @param at when it was asked
     * @return a print that shares the words of this one
     */
    public QuestionPrint askedBy(int number, Instant at) {
        return new QuestionPrint(number, at, words, signs, strengths);
    }

    /**
     * On which side of each dimension the meaning lies.
     *
     * @return one bit for each dimension
     */
    public long signs() {
        return signs;
    }

    /**
     * In which dimensions the meaning lies far from the middle.
     *
     * @return one bit for each dimension, 0 for a question without a meaning
     */
    public long strengths() {
        return strengths;
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

    /**
     * How near the meanings of two questions are: the cosine of the angle between them.
     *
     * @param other the other question
     * @return 0 (nothing to do with each other) to 1 (the same direction); 0 when either has no meaning
     */
    public double nearness(QuestionPrint other) {
        if (strengths == 0 || other.strengths == 0) {
            return 0;
        }
        long alike = ~(signs ^ other.signs);
        long both = strengths & other.strengths;
        long one = strengths ^ other.strengths;
        long neither = ~(strengths | other.strengths);
        int product = STRONG * STRONG * (2 * Long.bitCount(both & alike) - Long.bitCount(both))
                + STRONG * (2 * Long.bitCount(one & alike) - Long.bitCount(one))
                + 2 * Long.bitCount(neither & alike)
                - Long.bitCount(neither);
        return product <= 0 ? 0 : product / Math.sqrt((double) square(strengths) * square(other.strengths));
    }

    private static int square(long strong) {
        return DIRECTIONS + (STRONG * STRONG - 1) * Long.bitCount(strong);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionPrint print
                && message == print.message
                && signs == print.signs
                && strengths == print.strengths
                && askedAt.equals(print.askedAt)
                && Arrays.equals(words, print.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * message + Arrays.hashCode(words)) + Long.hashCode(signs ^ Long.rotateLeft(strengths, 1));
    }

    @Override
    public String toString() {
        return "QuestionPrint[message=" + message + ", words=" + words.length + "]";
    }
}
