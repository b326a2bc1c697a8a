package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * The time that an agent has after a conversation, to write things down: their slot stays taken. Immutable.
 *
 * @param agent who
 * @param weight how much of their capacity it takes
 * @param until when it ends by itself
 */
public record WrapUp(AgentId agent, int weight, Instant until) {

    /** Checks the parts. */
    public WrapUp {
        Objects.requireNonNull(agent, "agent");
        Bounds.positive(weight, "weight");
        Objects.requireNonNull(until, "until");
    }
}
