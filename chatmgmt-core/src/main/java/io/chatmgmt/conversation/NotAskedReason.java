package io.chatmgmt.conversation;

/** Why a customer was not asked to rate an episode. */
public enum NotAskedReason {
    /** It ended in a way that nobody is asked about: by itself, or because the customer left. */
    AUTO_RESOLVED,
    /** The customer is blocked. */
    BLOCKED,
    /** Nobody knows any more who the customer was. */
    ERASED,
    /** The customer wrote nothing in it. */
    NO_CUSTOMER_MESSAGE,
    /** The channel takes no message any more: the customer last wrote too long ago. */
    WINDOW,
    /** Its topic or channel is not asked about. */
    CONDITION,
    /** The customer was asked about another episode not long ago. */
    QUIET_PERIOD,
    /** The customer has been asked already. */
    ALREADY_ASKED,
    /** The customer has rated it unasked. */
    ALREADY_RATED,
    /** Decisions are only recorded, and nobody is written to. */
    SHADOW
}
