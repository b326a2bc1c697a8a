package io.chatmgmt.conversation;

/** How far an answer has come that was marked for the training of the AI. */
public enum TrainingState {
    /** Marked, and nobody has looked at it since. */
    NEW,
    /** Good to learn from. */
    ACCEPTED,
    /** The AI has learned from it. */
    USED,
    /** Not to be learned from. */
    REJECTED;

    /**
     * Whether this is as far as it goes.
     *
     * @return true for {@link #USED} and {@link #REJECTED}
     */
    public boolean isFinal() {
        return this == USED || this == REJECTED;
    }

    /**
     * Whether another state may follow: first {@link #ACCEPTED} or {@link #REJECTED}, and from accepted {@link #USED} or
     * still {@link #REJECTED}.
     *
     * @param next the other state
     * @return true when it may
     */
    public boolean mayBecome(TrainingState next) {
        return switch (this) {
            case NEW -> next == ACCEPTED || next == REJECTED;
            case ACCEPTED -> next == USED || next == REJECTED;
            case USED, REJECTED -> false;
        };
    }
}
