package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;

/**
 * When a question counts as asked again (behaviour 2.C): the same content words, or nearly the same if there are enough
 * of them. Stateless.
 */
public final class RepeatedQuestion {

    /** The Jaccard index of the word sets from which two questions are the same. */
    public static final double SIMILARITY = 0.8;

    /** With fewer content words than this on either side, only equal sets are the same question. */
    public static final int FEWEST_WORDS = 4;

    private RepeatedQuestion() {}

    /**
     * Whether one question repeats another.
     *
     * @param earlier the question asked first
     * @param later the question asked after it
     * @return true when they are the same; their message numbers do not matter
     */
    public static boolean isRepeat(QuestionPrint earlier, QuestionPrint later) {
        boolean enough = Math.min(earlier.size(), later.size()) >= FEWEST_WORDS;
        return earlier.similarity(later) >= (enough ? SIMILARITY : 1);
    }
}
