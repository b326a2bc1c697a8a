package io.chatmgmt.conversation;

/** A named mark on a conversation that tells people why to look at it. Automatic flags are cleared by resolving. */
public enum Flag {
    /** An answer of moderate confidence went out: worth a look, nothing is wrong yet. */
    CONSIDER_REVIEW(Weight.ADVICE),
    /** An answer of low confidence went out, or was held. */
    LOW_CONFIDENCE(Weight.FLAGGED),
    /** The running quality score fell below the satisfactory band. */
    LOW_QUALITY(Weight.FLAGGED),
    /** The customer rated 1 or 2. */
    DISSATISFIED(Weight.FLAGGED),
    /** A trigger asks for a person without calling one by itself. */
    ESCALATION_WANTED(Weight.FLAGGED),
    /** A guard stopped or changed an answer. */
    GUARD_HIT(Weight.FLAGGED),
    /** The customer wrote a frustrated message. */
    NEGATIVE_TURN(Weight.FLAGGED),
    /** Work has stood in one state longer than its limit. */
    STUCK(Weight.FLAGGED),
    /** A held answer ran out of time before anybody decided. */
    HOLD_EXPIRED(Weight.FLAGGED),
    /** A person marked the conversation. */
    MANUAL(Weight.FLAGGED),
    /** Its agent holds more conversations than the limit allows. */
    OVER_CAPACITY(Weight.ADVICE),
    /** The customer writes in more than one language: a quarter of the messages or more are in another one. */
    MIXED_LANGUAGE(Weight.ADVICE),
    /** Something that was promised to the customer is overdue. */
    FOLLOW_UP_OVERDUE(Weight.FLAGGED),
    /** The AI failed, or seems confused. */
    AI_FAILURE(Weight.ERROR),
    /** A text could not be delivered after all attempts. */
    DELIVERY_FAILED(Weight.ERROR);

    /** What a flag does to the conversation's {@link Status}. */
    public enum Weight {
        /** Shown, but the status stays. */
        ADVICE,
        /** The conversation shows as {@link Status#FLAGGED}. */
        FLAGGED,
        /** The conversation shows as {@link Status#ERROR}. */
        ERROR
    }

    private final Weight weight;

    Flag(Weight weight) {
        this.weight = weight;
    }

    /**
     * What the flag does to the status.
     *
     * @return the weight
     */
    public Weight weight() {
        return weight;
    }
}
