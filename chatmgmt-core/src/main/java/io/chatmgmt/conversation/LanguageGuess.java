package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * The language that a detector recognised in one message. Immutable.
 *
 * @param tag the BCP 47 language tag, for example {@code en} or {@code pt}
 * @param confidence the distance between the best and the second-best language, 0 to 1
 * @param letters how many letters of the message were looked at, code, links and numbers left out
 */
public record LanguageGuess(String tag, double confidence, int letters) {

    /** Checks the ranges. */
    public LanguageGuess {
        Objects.requireNonNull(tag, "tag");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be within 0..1: " + confidence);
        }
        if (letters < 0) {
            throw new IllegalArgumentException("letters must not be negative: " + letters);
        }
    }
}
