package io.chatmgmt.conversation;

/** What a person did with an answer of the AI, as the override ledger tells it. */
public enum OverrideAction {
    /** Let it go out as it stood. */
    APPROVED,
    /** Changed it and let it go out. */
    EDITED,
    /** Answered in the AI's place. */
    REPLACED,
    /** Dropped it. */
    DISCARDED,
    /** Corrected it after it had gone out. */
    CORRECTED;

    /**
     * What the ledger calls a reviewer's action.
     *
     * @param action the action
     * @return its name in the ledger
     */
    public static OverrideAction of(ReviewAction action) {
        return switch (action) {
            case APPROVE -> APPROVED;
            case EDIT -> EDITED;
            case REPLACE -> REPLACED;
            case DISCARD -> DISCARDED;
        };
    }
}
