package io.chatmgmt.metrics;

/** Which moment puts something into a bucket of time. */
public enum Anchor {
    /** When the thing itself happened. */
    EVENT,
    /**
     * When the episode began: everything that an episode ever counts for stands in the same bucket, so that a rate never
     * compares the episodes of one day with the answers of another. What comes late changes that bucket.
     */
    EPISODE,
    /** When the episode was resolved. */
    RESOLUTION,
    /** When the customer was asked, so that answers are compared with the questions that they answer. */
    SURVEY
}
