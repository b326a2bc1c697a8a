package io.chatmgmt.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's earlier episodes tell: looked up when an episode opens, and kept with it. Immutable.
 *
 * @param earlierEpisodes how many episodes the customer had before, in all conversations of the tenant
 * @param lastAgent who helped last, null when no person did
 * @param lastRating the latest rating, 1 to 5; 0 when there is none
 * @param lastSurveyAt when the customer was last asked for a rating, null when never
 */
public record CustomerHistory(
        int earlierEpisodes,
        @Nullable AgentId lastAgent,
        int lastRating,
        @Nullable Instant lastSurveyAt) {

    /** A customer who is here for the first time. */
    public static final CustomerHistory NONE = new CustomerHistory(0, null, 0, null);

    /** Checks the ranges. */
    public CustomerHistory {
        if (earlierEpisodes < 0) {
            throw new IllegalArgumentException("earlierEpisodes must not be negative: " + earlierEpisodes);
        }
        if (lastRating < 0 || lastRating > 5) {
            throw new IllegalArgumentException("lastRating must be within 0..5: " + lastRating);
        }
    }

    /**
     * Whether the customer has been here before.
     *
     * @return true from the second episode on
     */
    public boolean isReturning() {
        return earlierEpisodes > 0;
    }
}
