package io.chatmgmt.conversation;

/** Why a conversation went back to its queue although an agent had it. */
public enum ReturnCause {
    /** The agent's heartbeats stopped for good. */
    AGENT_LOST,
    /** The agent went away and let others take over. */
    AGENT_AWAY,
    /** The agent does not work here any more. */
    AGENT_DEACTIVATED,
    /** The agent did not write to the customer in time. */
    UNANSWERED,
    /** The customer came back, and the agent was not there. */
    AGENT_ABSENT
}
