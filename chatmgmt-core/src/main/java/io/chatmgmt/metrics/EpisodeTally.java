package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures need to remember of an episode while it lasts, and until the customer may not rate it any more. */
final class EpisodeTally {

    final int number;
    final int quarter;
    final Instant openedAt;
    final boolean returning;

    int answers;
    boolean matter;
    boolean escalated;
    boolean helped;
    int handoffs;

    @Nullable
    Resolution resolution;

    @Nullable
    Instant resolvedAt;

    /** Where it stood when the next one began. */
    String language = "";

    String topic = "";

    @Nullable
    QualityScore score;

    int scoredIn;
    int stars;
    int ratedIn;
    boolean asked;
    boolean answered;
    int askedIn;

    /** The people who wrote in it; few, so a list. */
    final List<AgentId> people = new ArrayList<>(2);

    /** Those who had the conversation. */
    final List<AgentId> takers = new ArrayList<>(2);

    /** Who it is attributed to: frozen when it is resolved. */
    List<AgentId> attributed = List.of();

    EpisodeTally(int number, Instant openedAt, boolean returning) {
        this.number = number;
        this.quarter = Quarter.of(openedAt);
        this.openedAt = openedAt;
        this.returning = returning;
    }

    /** Notes who wrote. */
    void writtenBy(AgentId agent) {
        if (!people.contains(agent)) {
            people.add(agent);
        }
    }

    /** Notes who has the conversation now; true when it is for the first time. */
    boolean takenBy(AgentId agent) {
        return !takers.contains(agent) && takers.add(agent);
    }

    boolean isResolved() {
        return resolution != null && resolution.isSettled();
    }

    boolean isAutomated() {
        return (resolution == Resolution.CONFIRMED || resolution == Resolution.ASSUMED) && handoffs == 0;
    }
}
