package io.chatmgmt.conversation;

/** Where a conversation's language or topic comes from; a later constant is never overruled by an earlier one. */
public enum Source {
    /** Assumed until something better is known. */
    DEFAULT,
    /** Recognised by a detector or a rule. */
    DETECTED,
    /** Told by the host or set by a person. */
    GIVEN
}
