package io.chatmgmt.access;

/** What one may be allowed to do with a conversation. */
public enum Permission {
    /** Read its state and what was written, private notes included. */
    VIEW,
    /** Read its journal. */
    AUDIT,
    /** Take it over: join, accept and decline offers. */
    JOIN,
    /** Write to the customer while having it. */
    REPLY,
    /** Decide about a held answer, or correct one that was sent. */
    REVIEW,
    /** Call a person. */
    ESCALATE,
    /** Give it back to the AI. */
    HAND_BACK,
    /** Pass a conversation on to somebody else. */
    TRANSFER,
    /** Close its matter, and ask the customer how it was. */
    RESOLVE,
    /** Leave a private note. */
    NOTE,
    /** Raise a flag or take one down. */
    FLAG,
    /** Change what the AI may do in it. */
    ADJUST_AI,
    /** Erase who the customer is, and what anybody wrote. */
    ERASE
}
