package io.chatmgmt.governance;

import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.HouseView;
import io.chatmgmt.store.AgentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The state of each tenant's house, looked up at most every few seconds. Thread-safe. */
final class House {

    /** How old the snapshot may be, which bounds what a decision may not know yet. */
    static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final AgentStore agents;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** What was seen, and until when it serves. */
    private record Seen(HouseView view, Instant until) {}

    House(AgentStore agents) {
        this.agents = agents;
    }

    HouseView view(String tenant, Instant now) {
        Seen latest = seen.get(tenant);
        if (latest == null || now.isBefore(latest.view.asOf()) || !now.isBefore(latest.until)) {
            latest = new Seen(look(tenant, now), now.plus(MAX_AGE));
            seen.put(tenant, latest);
        }
        return latest.view;
    }

    /** Forgets what is known of a tenant, because an agent of this node has just changed. */
    void forget(String tenant) {
        seen.remove(tenant);
    }

    private HouseView look(String tenant, Instant now) {
        int reviewers = 0;
        for (Agent agent : agents.agents(tenant)) {
            boolean reviews = agent.profile().roles().contains(Role.REVIEWER)
                    || agent.profile().roles().contains(Role.SUPERVISOR);
            if (reviews && agent.isRoutable(now)) {
                reviewers++;
            }
        }
        return new HouseView(reviewers, now);
    }
}
