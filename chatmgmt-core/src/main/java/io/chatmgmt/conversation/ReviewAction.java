package io.chatmgmt.conversation;

/** What a reviewer did with a held answer. */
public enum ReviewAction {
    /** Let it go out as it stood. */
    APPROVE(DecisionKind.APPROVED),
    /** Changed it and let it go out. */
    EDIT(DecisionKind.EDITED),
    /** Answered in the AI's place. */
    REPLACE(DecisionKind.REPLACED),
    /** Dropped it. */
    DISCARD(DecisionKind.DISCARD);

    private final DecisionKind decision;

    ReviewAction(DecisionKind decision) {
        this.decision = decision;
    }

    DecisionKind decision() {
        return decision;
    }
}
