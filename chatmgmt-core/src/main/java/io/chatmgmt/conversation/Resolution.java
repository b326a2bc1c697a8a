package io.chatmgmt.conversation;

/** How an episode's matter ended. A person's help outweighs the AI's: "handoff wins". */
public enum Resolution {
    /** By the AI alone, and the customer said so. */
    CONFIRMED,
    /** By the AI alone, as far as anybody knows. */
    ASSUMED,
    /** With a person's help. */
    HUMAN,
    /** Not at all: the customer left. */
    ABANDONED,
    /** Not at all: the customer was erased while it was open. */
    ERASED;

    /**
     * Whether the matter was settled, as far as anybody knows.
     *
     * @return false for what just ended
     */
    public boolean isSettled() {
        return this != ABANDONED && this != ERASED;
    }
}
