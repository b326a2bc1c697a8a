package io.chatmgmt.conversation;

/** Why a rating is not taken any more. */
public enum RatingRefusal {
    /** The customer rated the episode so long ago that the rating stands. */
    LOCKED,
    /** The episode ended, or the customer was asked about it, too long ago. */
    EXPIRED,
    /** There is no such episode, or it is an earlier one and the customer was not asked about it. */
    NOT_ASKED
}
