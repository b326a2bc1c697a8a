package io.chatmgmt.conversation;

/** What a customer's message counts for. */
public enum Placement {
    /** It is the latest word and is answered. */
    CURRENT,
    /** It was sent before something that has been decided since: it orders the history and causes nothing. */
    LATE,
    /** It is kept, but nothing acts on it: the customer is blocked. */
    IGNORED,
    /** It answers the question how an episode was, and nothing else: it causes nothing but the rating. */
    RATING
}
