package io.chatmgmt.conversation;

/** What the automated quality of an episode is made of. */
public enum QualityPart {
    /** The answers take up what was asked, and do not repeat each other. */
    RELEVANCE,
    /** The answers say enough. */
    COMPLETENESS,
    /** The customer got what they came for: the answers did not say that it cannot be done, and none is missing. */
    RESOLUTION,
    /** The answers came soon, few turns were enough, and the AI did not fail. */
    TIME,
    /** What the customer said of it, or else what the way they wrote lets expect. */
    SATISFACTION,
    /** The way to a person was short; only where one was called. */
    ESCALATION,
    /** Nothing is left to be done. */
    FOLLOW_UP,
    /** How sure the AI was, and whether people had to correct it. */
    ACCURACY,
    /** The sentences are short enough to be understood. */
    CLARITY,
    /** The answers offer something to do. */
    HELPFULNESS
}
