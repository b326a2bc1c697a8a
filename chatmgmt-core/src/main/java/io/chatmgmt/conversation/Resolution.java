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
    ABANDONED
}
