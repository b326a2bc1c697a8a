package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * A reservation: a waiting conversation shown to one agent, whose slot it holds until it is answered or runs out.
 * Immutable.
 *
 * @param number its number within the conversation, from 1
 * @param agent who may accept
 * @param madeAt when it was made
 * @param deadline until when it can be accepted
 */
public record Offer(int number, AgentId agent, Instant madeAt, Instant deadline) {

    /** Checks the parts. */
    public Offer {
        Bounds.positive(number, "number");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(deadline, "deadline");
    }
}
