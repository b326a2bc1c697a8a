package io.chatmgmt.escalation;

/** What has just happened when the triggers are asked. */
public enum Moment {
    /** The customer wrote. */
    CUSTOMER_MESSAGE,
    /** The AI answered, and the answer has not been sent yet. */
    AI_ANSWER,
    /** An AI turn failed. */
    AI_FAILURE
}
