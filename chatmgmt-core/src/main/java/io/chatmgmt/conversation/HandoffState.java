package io.chatmgmt.conversation;

/** How far a handoff has come. */
public enum HandoffState {
    /** Waiting for an agent. */
    QUEUED,
    /** Shown to an agent, who holds a slot for it. */
    OFFERED,
    /** Taken by an agent, who has not written to the customer yet. */
    ACCEPTED,
    /** The agent and the customer are talking. */
    CONNECTED
}
