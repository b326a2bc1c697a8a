package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * Who caused something, as the journal keeps it. Immutable. A customer is never named here: who the customer is stands
 * only in the conversation's row, so that it can be erased.
 *
 * @param kind what kind of participant acted
 * @param id the host's id of the person or program; the kind in lower case for customers, the AI and the system
 */
public record Actor(Participant kind, String id) {

    /** The customer of the conversation. */
    public static final Actor CUSTOMER = new Actor(Participant.CUSTOMER, "customer");

    /** The host's AI. */
    public static final Actor AI = new Actor(Participant.AI, "ai");

    /** This library, or the host as such. */
    public static final Actor SYSTEM = new Actor(Participant.SYSTEM, "system");

    /** Checks the id. */
    public Actor {
        Objects.requireNonNull(kind, "kind");
        Bounds.identifier(id, "actor");
    }

    /**
     * An agent.
     *
     * @param id the host's id of the agent
     * @return the actor
     */
    public static Actor agent(String id) {
        return new Actor(Participant.AGENT, id);
    }

    /**
     * A supervisor.
     *
     * @param id the host's id of the supervisor
     * @return the actor
     */
    public static Actor supervisor(String id) {
        return new Actor(Participant.SUPERVISOR, id);
    }

    /**
     * A rule or program of the host.
     *
     * @param id the host's name of it
     * @return the actor
     */
    public static Actor automation(String id) {
        return new Actor(Participant.AUTOMATION, id);
    }

    /**
     * Whether a person of the support team acts.
     *
     * @return true for agents and supervisors
     */
    public boolean isPerson() {
        return kind == Participant.AGENT || kind == Participant.SUPERVISOR;
    }
}
