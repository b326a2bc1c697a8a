package io.chatmgmt.conversation;

/**
 * An AI answer of low confidence in an unbroken streak of them. Immutable.
 *
 * @param message the number of the answer's text
 * @param confidence how sure the AI was, 0 to 1
 */
public record LowAnswer(int message, double confidence) {

    /** Checks the ranges. */
    public LowAnswer {
        Bounds.positive(message, "message");
        Bounds.share(confidence, "confidence");
    }
}
