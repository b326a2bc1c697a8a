package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reservation: a waiting conversation shown to one agent, whose slot it holds until it is answered or runs out.
 * Immutable.
 *
 * @param number its number within the conversation, from 1
 * @param agent who may accept
 * @param madeAt when it was made
 * @param deadline until when it can be accepted
 * @param queue the queue that the conversation moves to once it is accepted, null for the one that it is in
 */
public record Offer(
        int number,
        AgentId agent,
        Instant madeAt,
        Instant deadline,
        @Nullable String queue) {

    /** Checks the parts. */
    public Offer {
        Bounds.positive(number, "number");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * An offer of work that stays in its queue.
     *
     * @param number its number within the conversation, from 1
     * @param agent who may accept
     * @param madeAt when it was made
     * @param deadline until when it can be accepted
     */
    public Offer(int number, AgentId agent, Instant madeAt, Instant deadline) {
        this(number, agent, madeAt, deadline, null);
    }
}
