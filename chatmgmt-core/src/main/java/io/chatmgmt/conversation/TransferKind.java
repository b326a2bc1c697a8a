package io.chatmgmt.conversation;

/** How a conversation is passed on. */
public enum TransferKind {
    /** The agent lets go at once; the conversation waits for the next one. */
    COLD,
    /** The agent keeps it until the next one has accepted. */
    WARM,
    /** Its queue cannot serve it, and another one takes it. */
    OVERFLOW
}
