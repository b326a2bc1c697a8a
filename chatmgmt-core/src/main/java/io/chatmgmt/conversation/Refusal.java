package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * An agent who declined a waiting conversation, or missed the offer: left out until the cool-down ends. Immutable.
 *
 * @param agent who
 * @param times how often in a row, at least 1
 * @param until when the agent may be asked again
 * @param offer the number of the offer or call that came to nothing, 0 for an agent who had the conversation
 */
public record Refusal(AgentId agent, int times, Instant until, int offer) {

    /** Checks the parts. */
    public Refusal {
        Objects.requireNonNull(agent, "agent");
        Bounds.positive(times, "times");
        Objects.requireNonNull(until, "until");
        if (offer < 0) {
            throw new IllegalArgumentException("offer must not be negative: " + offer);
        }
    }

    /**
     * A refusal by an agent who had the conversation.
     *
     * @param agent who
     * @param times how often in a row, at least 1
     * @param until when the agent may be asked again
     */
    public Refusal(AgentId agent, int times, Instant until) {
        this(agent, times, until, 0);
    }
}
