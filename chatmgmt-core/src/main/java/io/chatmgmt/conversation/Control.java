package io.chatmgmt.conversation;

/** The second axis of a conversation's state: who may speak to the customer. */
public enum Control {
    /** The AI answers. */
    AI,
    /** The AI answers while a person is called. */
    INVITED,
    /** People answer; the AI is silent, whether or not a person has been assigned yet. */
    HUMAN;

    /**
     * Whether the AI may speak.
     *
     * @return true for {@link #AI} and {@link #INVITED}
     */
    public boolean letsAiSpeak() {
        return this != HUMAN;
    }
}
