package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Status;
import io.chatmgmt.governance.Counters;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.LiveNeed;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much there is to do. */
record CountersView(
        Instant asOf,
        int open,
        Map<Status, Integer> byStatus,
        Map<LiveNeed, Integer> byNeed,
        @Nullable Double longestWaitSeconds,
        @Nullable Double longestInQueueSeconds,
        Map<AgentStatus, Integer> agents) {

    static CountersView of(Counters counters, Map<AgentStatus, Integer> agents) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            byStatus.put(status, counters.conversations().of(status));
        }
        Map<LiveNeed, Integer> byNeed = new EnumMap<>(LiveNeed.class);
        for (LiveNeed need : LiveNeed.values()) {
            byNeed.put(need, counters.conversations().of(need));
        }
        return new CountersView(
                counters.asOf(),
                counters.conversations().open(),
                byStatus,
                byNeed,
                counters.longestWait().map(Amounts::seconds).orElse(null),
                counters.longestInQueue().map(Amounts::seconds).orElse(null),
                agents);
    }

    /** Whether it counts the same, whatever the time is. */
    boolean isSameAs(CountersView other) {
        return open == other.open
                && byStatus.equals(other.byStatus)
                && byNeed.equals(other.byNeed)
                && agents.equals(other.agents);
    }
}
