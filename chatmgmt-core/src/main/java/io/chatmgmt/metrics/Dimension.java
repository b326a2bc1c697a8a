package io.chatmgmt.metrics;

/**
 * What a measure can be taken apart by. A dimension that {@linkplain #isPartition() partitions} puts everything into
 * exactly one slice, so that the slices add up to the whole.
 */
public enum Dimension {
    /** Everything together; its only slice is the empty one. */
    ALL(true),
    /** Where the customer writes. */
    CHANNEL(true),
    /** The language that the conversation is held in. */
    LANGUAGE(true),
    /** What the episode is about; the empty slice while unknown. */
    TOPIC(true),
    /** Who wrote a message: CUSTOMER, AI, AGENT or SYSTEM. */
    AUTHOR(true),
    /** The band of a confidence, a quality score or a review; the stars of a rating. */
    BAND(true),
    /** How something ended, or why it did not happen. */
    OUTCOME(true),
    /** The part of a quality score. */
    PART(true),
    /** What the episode is about and the part of its quality score, as {@code topic/PART}. */
    TOPIC_PART(true),
    /** The escalation trigger; one escalation may name several. */
    REASON(false),
    /** The person it is attributed to; what nobody of the team had a part in is in no slice. */
    AGENT(false);

    private final boolean partition;

    Dimension(boolean partition) {
        this.partition = partition;
    }

    /**
     * Whether the slices add up to the whole.
     *
     * @return false where something may be in several slices, or in none
     */
    public boolean isPartition() {
        return partition;
    }
}
