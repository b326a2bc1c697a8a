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
    private final Map<String, HouseView> views = new ConcurrentHashMap<>();

    House(AgentStore agents) {
        this.agents = agents;
    }

    HouseView view(String tenant, Instant now) {
        HouseView view = views.get(tenant);
        if (view == null
                || now.isBefore(view.asOf())
                || !now.isBefore(view.asOf().plus(MAX_AGE))) {
            view = look(tenant, now);
            views.put(tenant, view);
        }
        return view;
    }

    /** Forgets what is known of a tenant, because an agent of this node has just changed. */
    void forget(String tenant) {
        views.remove(tenant);
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
