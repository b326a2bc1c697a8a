package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * What one message seems to be about. Immutable.
 *
 * @param code the topic's code, for example {@code billing_dispute}
 * @param score how sure the classifier is, 0 to 1
 * @param evidence the words that decided, at most {@value Signal#MAX_EVIDENCE}
 */
public record TopicGuess(String code, double score, List<Span> evidence) {

    /** Checks the range and copies the evidence. */
    public TopicGuess {
        Objects.requireNonNull(code, "code");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be within 0..1: " + score);
        }
        evidence = List.copyOf(evidence);
    }
}
