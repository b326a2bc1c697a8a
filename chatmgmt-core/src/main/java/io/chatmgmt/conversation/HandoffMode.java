package io.chatmgmt.conversation;

/** Whether calling a person also silences the AI: two different switches. */
public enum HandoffMode {
    /** The AI is silent from the escalation on. */
    DIRECT,
    /** The AI goes on answering until a person takes over. */
    INVITE
}
