package io.chatmgmt.conversation;

/** What was decided about a message, an answer, an escalation or a handoff. */
public enum DecisionKind {
    /** The AI's answer goes to the customer. */
    DELIVER,
    /** The AI's answer waits for a reviewer. */
    HOLD,
    /** The customer gets a fallback message instead of an answer. */
    FALLBACK,
    /** The AI's answer is dropped. */
    DISCARD,
    /** The AI's answer came too late and is dropped. */
    STALE,
    /** A reviewer let a held answer go out. */
    APPROVED,
    /** A reviewer changed a held answer and let it go out. */
    EDITED,
    /** A reviewer answered in the AI's place. */
    REPLACED,
    /** Nobody decided about a held answer in time. */
    EXPIRED,
    /** The customer is asked whether a person should take over. */
    OFFER_HUMAN,
    /** A person is needed. */
    ESCALATE,
    /** People should look. */
    FLAG,
    /** The conversation waits for an agent. */
    QUEUED,
    /** It is shown to an agent. */
    OFFERED,
    /** An agent took it, or joined by themselves. */
    ACCEPTED,
    /** The agent declined. */
    DECLINED,
    /** The agent did not answer in time. */
    TIMED_OUT,
    /** It moved to another agent or queue. */
    TRANSFERRED,
    /** The agent gave it back to the AI. */
    HANDED_BACK,
    /** The customer left while waiting. */
    ABANDONED,
    /** The matter is done. */
    RESOLVED,
    /** The customer came back. */
    REOPENED
}
