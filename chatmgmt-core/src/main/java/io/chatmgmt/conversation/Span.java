package io.chatmgmt.conversation;

/**
 * A stretch of a message's text, in UTF-16 code units: evidence that points at what was written instead of copying it.
 * Immutable.
 *
 * @param start the first code unit, from 0
 * @param end the code unit after the last, greater than {@code start}
 */
public record Span(int start, int end) {

    /** Checks the bounds. */
    public Span {
        if (start < 0) {
            throw new IllegalArgumentException("start must not be negative: " + start);
        }
        if (end <= start) {
            throw new IllegalArgumentException("end must be greater than start: " + start + ".." + end);
        }
    }

    /**
     * The text that this span covers.
     *
     * @param text the message that the span was found in
     * @return the covered part, shortened where the text is shorter than the span says (it may have been erased)
     */
    public String of(String text) {
        return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    }
}
