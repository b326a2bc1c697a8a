package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Demand;
import io.chatmgmt.routing.HouseView;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.Shift;
import io.chatmgmt.routing.WaitEstimator;
import io.chatmgmt.routing.Work;
import io.chatmgmt.store.GovernanceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The state of each tenant's house, looked up at most every few seconds. Thread-safe. */
final class House {

    /** How old the snapshot may be, which bounds what a decision may not know yet. */
    static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** How many others are counted at most. */
    static final int MAX_AHEAD = 100_000;

    private final GovernanceStore store;
    private final OpeningHours hours;
    private final Waits waits;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Staff> staff = new ConcurrentHashMap<>();

    House(GovernanceStore store, OpeningHours hours, Waits waits) {
        this.store = store;
        this.hours = hours;
        this.waits = waits;
    }

    private record Staff(List<Agent> agents, Instant asOf) {}

    /** What was seen, and until when it serves. */
    private record Seen(HouseView view, Instant until) {}

    HouseView view(String tenant, Instant now) {
        Seen latest = seen.get(tenant);
        if (latest == null || now.isBefore(latest.view.asOf()) || !now.isBefore(latest.until)) {
            latest = new Seen(look(tenant, now), now.plus(MAX_AGE));
            seen.put(tenant, latest);
        }
        return latest.view;
    }

    private static boolean isOld(Instant asOf, Instant now) {
        return now.isBefore(asOf) || !now.isBefore(asOf.plus(MAX_AGE));
    }

    /** Forgets what is known of a tenant, because an agent of this node has just changed. */
    void forget(String tenant) {
        seen.remove(tenant);
        staff.remove(tenant);
    }

    Waits waits() {
        return waits;
    }

    private HouseView look(String tenant, Instant now) {
        int reviewers = 0;
        for (Agent agent : store.agents(tenant)) {
            boolean reviews = agent.profile().roles().contains(Role.REVIEWER)
                    || agent.profile().roles().contains(Role.SUPERVISOR);
            if (reviews && agent.isRoutable(now)) {
                reviewers++;
            }
        }
        return new HouseView(reviewers, now);
    }

    /** What somebody who comes to a queue now finds there. */
    QueueView queue(String tenant, RoutingPolicy policy, String queue, String language, String region, Instant now) {
        QueueRule rule = policy.rule(queue);
        int depth = store.waiting(tenant, queue, null, Math.max(1, rule.maxDepth()));
        return at(tenant, policy, Demand.of(policy, queue, language, region, 0), depth, now);
    }

    /** What a conversation that waits finds where it stands. */
    QueueView place(Conversation row, Handoff handoff, RoutingPolicy policy, Instant now) {
        String tenant = row.id().tenant();
        int ahead = store.waiting(tenant, handoff.queue(), row, MAX_AHEAD);
        return at(tenant, policy, Work.of(policy, row, handoff, now).demand(), ahead, now);
    }

    /** The same for somebody with so many others ahead. */
    private QueueView at(String tenant, RoutingPolicy policy, Demand demand, int ahead, Instant now) {
        int weight = policy.chatWeight();
        int takers = 0;
        int skilled = 0;
        int online = 0;
        int free = 0;
        long slots = 0;
        long freeSlots = 0;
        for (Agent agent : agents(tenant, now)) {
            takers += agent.profile().takesWork() ? 1 : 0;
            if (demand.rejects(agent, policy) == null) {
                skilled++;
                if (agent.isRoutable(now)) {
                    online++;
                    free += agent.hasRoomFor(weight) ? 1 : 0;
                    slots += agent.max() / weight;
                    freeSlots += Math.max(0, agent.max() - agent.used()) / weight;
                }
            }
        }
        String calendar = policy.rule(demand.queue()).hours();
        WaitAccuracy lately = waits.accuracy(tenant, demand.queue());
        return new QueueView(
                calendar.isEmpty() ? Shift.ALWAYS : hours.at(tenant, calendar, now),
                ahead,
                takers,
                skilled,
                online,
                free,
                WaitEstimator.estimate(
                                ahead + 1,
                                (int) Math.min(Integer.MAX_VALUE, freeSlots),
                                (int) Math.min(Integer.MAX_VALUE, slots),
                                Math.max(1, online),
                                lately.handleTime(),
                                lately.widening())
                        .orElse(null));
    }

    private List<Agent> agents(String tenant, Instant now) {
        Staff known = staff.get(tenant);
        if (known == null || isOld(known.asOf(), now)) {
            known = new Staff(store.agents(tenant), now);
            staff.put(tenant, known);
        }
        return known.agents();
    }
}
