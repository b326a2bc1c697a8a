package io.chatmgmt.conversation;

/** Why an answer came too late. */
public enum StaleCause {
    /** Control moved since its ticket was issued. */
    EPOCH,
    /** The customer has written again. */
    NEWER_MESSAGE,
    /** A newer ticket took the place of the answer's. */
    NEWER_TICKET,
    /** Its ticket had timed out. */
    TIMED_OUT,
    /** The matter is resolved. */
    RESOLVED
}
