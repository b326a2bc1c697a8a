package io.chatmgmt.governance;

import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.LiveCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How much there is to do. Immutable.
 *
 * @param asOf when it was counted
 * @param conversations the open conversations, all at one instant
 * @param agents how many agents there are of each status; counted right after
 */
public record Counters(Instant asOf, LiveCounts conversations, Map<AgentStatus, Integer> agents) {

    /** Copies the map. */
    public Counters {
        agents = Map.copyOf(agents);
    }

    /**
     * How long the customer has been waiting who waits longest.
     *
     * @return empty when none waits
     */
    public Optional<Duration> longestWait() {
        return conversations.waitingSince().map(since -> Duration.between(since, asOf));
    }

    /**
     * How long the conversation has been in a queue that has been longest.
     *
     * @return empty when none is
     */
    public Optional<Duration> longestInQueue() {
        return conversations.queuedSince().map(since -> Duration.between(since, asOf));
    }
}
