package io.chatmgmt.conversation;

/** The tier of support that an escalation asks for; later constants are higher. */
public enum Level {
    /** First line. */
    L1,
    /** Specialists. */
    L2,
    /** Experts and leads. */
    L3
}
