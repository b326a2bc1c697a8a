package io.chatmgmt.conversation;

/** Whether the customer was asked, in this episode, if a person should take over. */
public enum HumanOffer {
    /** Not asked. */
    NONE,
    /** Asked, no answer yet. */
    OPEN,
    /** A person was called: the customer took the offer, or something else came up. */
    TAKEN,
    /** The customer prefers to go on with the AI. */
    DECLINED,
    /** The customer went on without answering. */
    LAPSED
}
