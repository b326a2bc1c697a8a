package io.chatmgmt.conversation;

/**
 * What a supervisor sees of a conversation at a glance: a projection of its three axes and its flags, never stored.
 *
 * @see Conversation#status(java.time.Instant, java.time.Duration)
 */
public enum Status {
    /** The AI is handling the conversation. */
    ACTIVE(PrimaryAction.VIEW),
    /** Waiting for a reply or for something in process. */
    PENDING(PrimaryAction.JOIN),
    /** Somebody should look: low confidence, a frustrated customer, or an escalation that nobody has answered. */
    FLAGGED(PrimaryAction.HELP),
    /** Done. */
    RESOLVED(PrimaryAction.REVIEW),
    /** The AI failed or a text could not be delivered. */
    ERROR(PrimaryAction.VIEW);

    private final PrimaryAction primaryAction;

    Status(PrimaryAction primaryAction) {
        this.primaryAction = primaryAction;
    }

    /**
     * What a supervisor most likely wants to do next.
     *
     * @return the action to show first
     */
    public PrimaryAction primaryAction() {
        return primaryAction;
    }

    /** The action that a status calls for. */
    public enum PrimaryAction {
        /** Read along. */
        VIEW,
        /** Take part. */
        JOIN,
        /** Join with the context package at hand. */
        HELP,
        /** Score the finished conversation. */
        REVIEW
    }
}
