package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * An agent who declined a waiting conversation, or missed the offer: left out until the cool-down ends. Immutable.
 *
 * @param agent who
 * @param times how often in a row, at least 1
 * @param until when the agent may be asked again
 */
public record Refusal(AgentId agent, int times, Instant until) {

    /** Checks the parts. */
    public Refusal {
        Objects.requireNonNull(agent, "agent");
        Bounds.positive(times, "times");
        Objects.requireNonNull(until, "until");
    }
}
