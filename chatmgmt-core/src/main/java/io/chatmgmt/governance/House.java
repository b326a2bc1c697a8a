package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Arrival;
import io.chatmgmt.routing.Demand;
import io.chatmgmt.routing.HouseView;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.Shift;
import io.chatmgmt.routing.WaitEstimator;
import io.chatmgmt.routing.Work;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.PlaceInLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

    /** Agents as they were read, and as this node has seen them since. */
    private record Staff(Map<AgentId, Agent> agents, Instant asOf) {}

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

    /** What somebody who comes to a queue now finds there; without a place they come to its end. */
    QueueView queue(
            String tenant,
            RoutingPolicy policy,
            String queue,
            Arrival arrival,
            @Nullable PlaceInLine place,
            Instant now) {
        int depth = store.waiting(
                tenant, queue, null, Math.max(1, policy.rule(queue).maxDepth()));
        int ahead = place == null || depth == 0 ? depth : store.waiting(tenant, queue, place, MAX_AHEAD);
        Demand demand = Demand.of(policy, queue, arrival.language(), arrival.region(), 0);
        Demand least = Demand.of(
                policy,
                queue,
                arrival.language(),
                arrival.region(),
                policy.rule(queue).ladder().top());
        return at(tenant, policy, demand, least, new Line(depth, ahead, arrival.weight()), now);
    }

    /** What a conversation that waits finds where it stands. */
    QueueView place(Conversation row, Handoff handoff, RoutingPolicy policy, Instant now) {
        String tenant = row.id().tenant();
        int ahead = store.waiting(tenant, handoff.queue(), PlaceInLine.of(row), MAX_AHEAD);
        Demand demand = Work.of(policy, row, handoff, now).demand();
        return at(tenant, policy, demand, demand, new Line(ahead, ahead, handoff.weight()), now);
    }

    /** How many wait, how many of them come first, and what the one weighs who asks. */
    private record Line(int depth, int ahead, int weight) {}

    /** The same for somebody with so many others ahead. */
    private QueueView at(String tenant, RoutingPolicy policy, Demand demand, Demand least, Line line, Instant now) {
        int takers = 0;
        int skilled = 0;
        int online = 0;
        int free = 0;
        long slots = 0;
        long freeSlots = 0;
        for (Agent agent : agents(tenant, now)) {
            takers += agent.profile().takesWork() ? 1 : 0;
            skilled += least.rejects(agent, policy) == null ? 1 : 0;
            if (demand.rejects(agent, policy) == null) {
                if (agent.isRoutable(now)) {
                    online++;
                    free += agent.hasRoomFor(line.weight()) ? 1 : 0;
                    slots += agent.max() / line.weight();
                    freeSlots += Math.max(0, agent.max() - agent.used()) / line.weight();
                }
            }
        }
        String calendar = policy.rule(demand.queue()).hours();
        WaitAccuracy lately = waits.accuracy(tenant, demand.queue());
        return new QueueView(
                calendar.isEmpty() ? Shift.ALWAYS : hours.at(tenant, calendar, now),
                line.depth(),
                takers,
                skilled,
                online,
                free,
                WaitEstimator.estimate(
                                line.ahead() + 1,
                                (int) Math.min(Integer.MAX_VALUE, freeSlots),
                                (int) Math.min(Integer.MAX_VALUE, slots),
                                Math.max(1, online),
                                lately.handleTime(),
                                lately.widening())
                        .orElse(null));
    }

    /** Takes note of what an agent holds after a commit of this node. */
    void saw(Agent agent) {
        Staff known = staff.get(agent.id().tenant());
        if (known != null) {
            known.agents().put(agent.id(), agent);
        }
    }

    private Collection<Agent> agents(String tenant, Instant now) {
        Staff known = staff.get(tenant);
        if (known == null || isOld(known.asOf(), now)) {
            Map<AgentId, Agent> agents = new ConcurrentHashMap<>();
            store.agents(tenant).forEach(agent -> agents.put(agent.id(), agent));
            known = new Staff(agents, now);
            staff.put(tenant, known);
        }
        return known.agents().values();
    }
}
