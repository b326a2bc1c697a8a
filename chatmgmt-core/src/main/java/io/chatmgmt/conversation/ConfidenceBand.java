package io.chatmgmt.conversation;

/** The class that a policy puts a confidence into. */
public enum ConfidenceBand {
    /** By default 0.90 and above. */
    HIGH,
    /** By default 0.80 to below 0.90. */
    GOOD,
    /** By default 0.70 to below 0.80: consider a human review. */
    MODERATE,
    /** By default below 0.70. */
    LOW,
    /** The AI did not tell. */
    UNKNOWN
}
