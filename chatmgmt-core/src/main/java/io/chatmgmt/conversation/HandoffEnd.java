package io.chatmgmt.conversation;

/** How a handoff ended. */
public enum HandoffEnd {
    /** The agent gave the conversation back to the AI. */
    HANDED_BACK,
    /** The matter was resolved. */
    RESOLVED,
    /** The customer left before anybody took it. */
    ABANDONED,
    /** Nobody took the invitation in time; the AI goes on alone. */
    EXPIRED,
    /** It was called off before anybody took it. */
    CANCELED
}
