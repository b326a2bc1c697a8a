package io.chatmgmt.spring.web;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes rows of agents. Thread-safe. */
final class AgentRows {

    private final ChatGovernance governance;
    private final InstantSource clock;

    AgentRows(ChatGovernance governance, InstantSource clock) {
        this.governance = governance;
        this.clock = clock;
    }

    AgentView of(Agent agent) {
        Instant now = clock.instant();
        Duration lostAfter =
                governance.policy(agent.id().tenant()).routing().rules().lostAfter();
        Presence presence = agent.presence();
        return new AgentView(
                agent.id().value(),
                agent.profile().name(),
                agent.version(),
                agent.status(),
                presence.effective(now, lostAfter),
                presence.reason(),
                presence.awayUntil(),
                agent.isRoutable(now),
                agent.used(),
                limit(agent),
                agent.load(),
                null,
                new TreeSet<>(agent.profile().roles()),
                new TreeMap<>(agent.profile().skills()),
                new TreeMap<>(agent.profile().languages()),
                new TreeSet<>(agent.profile().teams()),
                new TreeSet<>(agent.profile().regions()),
                presence.employment() == Presence.Employment.ACTIVE,
                agent.missedOffers(),
                null);
    }

    /** How much an agent may have, null for no limit. */
    static @Nullable Integer limit(Agent agent) {
        return agent.max() == Integer.MAX_VALUE ? null : Integer.valueOf(agent.max());
    }
}
