package io.chatmgmt.routing;

/** Whether an agent is asked before they get a conversation. */
public enum Acceptance {
    /** They get an offer, and have it once they accept. */
    ASKED,
    /** It is theirs at once. */
    AUTOMATIC
}
