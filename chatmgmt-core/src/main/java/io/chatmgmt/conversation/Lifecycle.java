package io.chatmgmt.conversation;

/** The first axis of a conversation's state: whether its matter is being worked on. */
public enum Lifecycle {
    /** In work. */
    OPEN,
    /** Put aside until a time or the next reply. */
    SNOOZED,
    /** Waiting for something outside the conversation. */
    ON_HOLD,
    /** Done; a customer's message opens the next episode. */
    RESOLVED
}
