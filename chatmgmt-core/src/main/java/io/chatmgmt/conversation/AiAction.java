package io.chatmgmt.conversation;

/** What the AI wants to happen with its answer: said by a type, never read out of the answer's words. */
public enum AiAction {
    /** Send the answer and go on. */
    CONTINUE,
    /** Call a person; the answer's text, where there is one, tells the customer so. */
    HANDOFF,
    /** Send the answer; the matter is done. */
    RESOLVE,
    /** Send the answer, which asks the customer back. */
    CLARIFY,
    /** The AI does not know the answer. */
    DOES_NOT_KNOW
}
