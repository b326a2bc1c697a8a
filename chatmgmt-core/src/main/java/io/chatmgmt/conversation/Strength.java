package io.chatmgmt.conversation;

/** What a detector makes of a score at its operating point. */
public enum Strength {
    /** Not heard. */
    NONE,
    /** Heard, but ambiguous or mild: a bare "agent", an "annoying". */
    WEAK,
    /** Heard clearly. */
    STRONG
}
