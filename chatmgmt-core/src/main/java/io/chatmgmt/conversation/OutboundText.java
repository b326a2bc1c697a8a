package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * A text for the customer that no caller waited for and that the host has not acknowledged yet. Immutable.
 *
 * @param number the number of the text
 * @param attempts how often it was offered to the host, at least 1
 * @param refusals how often the host said that it could not deliver it
 * @param nextAttemptAt when it is offered again
 */
public record OutboundText(int number, int attempts, int refusals, Instant nextAttemptAt) {

    /** The most texts that a conversation keeps waiting; beyond it the oldest counts as undeliverable. */
    public static final int MAX_PENDING = 16;

    /** Checks the parts. */
    public OutboundText {
        Bounds.positive(number, "number");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
    }
}
