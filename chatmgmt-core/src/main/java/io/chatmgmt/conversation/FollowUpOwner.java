package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * Who has to keep a promise: one agent, or whoever serves a queue. Immutable.
 *
 * @param kind an agent or a queue
 * @param name the host's id of the agent, or the queue's name
 */
public record FollowUpOwner(Kind kind, String name) {

    /** What owns a follow-up. */
    public enum Kind {
        /** One person. */
        AGENT,
        /** Whoever serves a queue. */
        QUEUE
    }

    /** Checks the name. */
    public FollowUpOwner {
        Objects.requireNonNull(kind, "kind");
        Bounds.identifier(name, "owner");
    }

    /**
     * One person.
     *
     * @param agent who, of the conversation's tenant
     * @return the owner
     */
    public static FollowUpOwner agent(AgentId agent) {
        return new FollowUpOwner(Kind.AGENT, agent.value());
    }

    /**
     * Whoever serves a queue.
     *
     * @param queue the queue's name
     * @return the owner
     */
    public static FollowUpOwner queue(String queue) {
        return new FollowUpOwner(Kind.QUEUE, queue);
    }
}
