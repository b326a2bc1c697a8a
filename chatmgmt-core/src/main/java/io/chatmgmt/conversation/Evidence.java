package io.chatmgmt.conversation;

import java.util.List;

/**
 * One fact that spoke for a decision: a number, what it was compared with, and where it was seen. Immutable. Evidence
 * never quotes the customer; it points at the message.
 *
 * @param fact what was looked at, as a code, for example {@code confidence} or {@code topic:refund}
 * @param message the number of the message that it was seen in, 0 for none
 * @param value what was seen
 * @param threshold what it was compared with
 * @param spans where in the message, empty when the whole message counts
 */
public record Evidence(String fact, int message, double value, double threshold, List<Span> spans) {

    /** Checks the parts and copies the spans. */
    public Evidence {
        Bounds.identifier(fact, "fact");
        if (message < 0) {
            throw new IllegalArgumentException("message must not be negative: " + message);
        }
        spans = List.copyOf(spans);
    }

    /**
     * Evidence from a whole message.
     *
     * @param fact what was looked at
     * @param message the message's number, 0 for none
     * @param value what was seen
     * @param threshold what it was compared with
     * @return the evidence
     */
    public static Evidence of(String fact, int message, double value, double threshold) {
        return new Evidence(fact, message, value, threshold, List.of());
    }
}
