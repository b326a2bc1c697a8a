package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * What one person of the support team wrote in an episode. Immutable.
 *
 * @param agent who
 * @param messages how many messages to the customer, 1 or more
 */
public record Contribution(AgentId agent, int messages) {

    /** Checks the parts. */
    public Contribution {
        Objects.requireNonNull(agent, "agent");
        Bounds.positive(messages, "messages");
    }
}
