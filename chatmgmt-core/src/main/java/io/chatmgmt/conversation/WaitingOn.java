package io.chatmgmt.conversation;

/** The third axis of a conversation's state: whose turn it is. */
public enum WaitingOn {
    /** The customer was answered. */
    CUSTOMER,
    /** The customer wrote and the AI is to answer. */
    AI,
    /** A person is to act: answer, take over, or review a held answer. */
    HUMAN,
    /** The conversation is resolved. */
    NOBODY
}
