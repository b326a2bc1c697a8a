package io.chatmgmt.conversation;

/** What happens to a held answer that nobody decided about in time. */
public enum HoldExpiry {
    /** It goes out, with a flag. */
    SEND,
    /** The customer gets the fallback message instead. */
    FALLBACK,
    /** A person is called. */
    ESCALATE
}
