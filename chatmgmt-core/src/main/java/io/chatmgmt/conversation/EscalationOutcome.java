package io.chatmgmt.conversation;

/** What an escalation trigger, or all of them together, decided; later constants weigh more. */
public enum EscalationOutcome {
    /** Nothing, but half a threshold or more was reached: kept to see near misses. */
    NONE,
    /** A trigger fired within the cool-down after a hand-back, and its evidence is not twice the usual. */
    SUPPRESSED,
    /** People should look; the AI goes on. */
    FLAG,
    /** The customer is asked whether a person should take over. */
    OFFER_HUMAN,
    /** A person is needed. */
    ESCALATE
}
