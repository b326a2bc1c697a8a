package io.chatmgmt.conversation;

/** How an AI turn failed. */
public enum AiFailure {
    /** The AI or its provider reported an error. */
    ERROR,
    /** No answer came in time. */
    TIMEOUT,
    /** The answer was empty. */
    EMPTY,
    /** The AI cannot go on at all: calls a person at once. */
    FATAL
}
