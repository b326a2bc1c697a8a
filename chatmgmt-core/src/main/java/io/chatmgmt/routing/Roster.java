package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.RoutingFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agents, each in a numbered seat, with the figures by which they are ranked side by side. Not thread-safe. */
final class Roster {

    private static final byte FREE = -1;
    private static final long MICROS = 1_000_000;

    private final RoutingPolicy policy;
    private final @Nullable AgentOrder order;
    private final int lightest;
    private final Map<AgentId, Integer> seats = new HashMap<>();
    private final List<Agent> agents = new ArrayList<>();
    private long[] primary = new long[16];
    private long[] secondary = new long[16];
    private byte[] states = new byte[16];

    Roster(RoutingPolicy policy, @Nullable AgentOrder order) {
        this.policy = policy;
        this.order = order;
        this.lightest = policy.leastWeight();
    }

    RoutingPolicy policy() {
        return policy;
    }

    /** The seat of an agent, -1 for somebody unknown. */
    int seat(AgentId id) {
        Integer seat = seats.get(id);
        return seat == null ? -1 : seat;
    }

    Agent agent(int seat) {
        return agents.get(seat);
    }

    int size() {
        return agents.size();
    }

    List<Agent> all() {
        return agents;
    }

    /** Seats an agent, who may have a seat already. */
    int put(Agent agent, Instant now) {
        int seat = seat(agent.id());
        if (seat < 0) {
            seat = agents.size();
            agents.add(agent);
            seats.put(agent.id(), seat);
            if (seat == states.length) {
                primary = Arrays.copyOf(primary, 2 * seat);
                secondary = Arrays.copyOf(secondary, 2 * seat);
                states = Arrays.copyOf(states, 2 * seat);
            }
        } else {
            agents.set(seat, agent);
        }
        primary[seat] = primaryKey(agent);
        secondary[seat] = policy.strategy() == RoutingStrategy.ROUND_ROBIN ? 0 : micros(agent.lastAssignedAt());
        states[seat] = stateOf(agent, now);
        return seat;
    }

    private long primaryKey(Agent agent) {
        return switch (policy.strategy()) {
            case LEAST_LOADED, SKILL_BEST -> Double.doubleToLongBits(agent.load());
            case ROUND_ROBIN -> micros(agent.lastAssignedAt());
            case LONGEST_IDLE -> micros(agent.lastReleasedAt());
            case CUSTOM -> 0;
        };
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
    }

    long customKey(Agent agent, Demand demand) {
        return order == null || policy.strategy() != RoutingStrategy.CUSTOM ? 0 : order.key(agent, demand);
    }

    /** What keeps an agent from taking work at the moment, as the filter's number; negative for nothing. */
    private byte stateOf(Agent agent, Instant now) {
        RoutingFilter busy = busy(agent, lightest, now);
        return busy == null ? FREE : (byte) busy.ordinal();
    }

    static @Nullable RoutingFilter busy(Agent agent, int weight, Instant now) {
        if (agent.status() != AgentStatus.ONLINE) {
            return RoutingFilter.STATUS;
        }
        if (!agent.isRoutable(now)) {
            return RoutingFilter.PRESENCE;
        }
        return agent.hasRoomFor(weight) ? null : RoutingFilter.CAPACITY;
    }

    byte state(int seat) {
        return states[seat];
    }

    /** The strategy's order of two agents whom nothing else sets apart. */
    int compare(int one, int other) {
        if (primary[one] != primary[other]) {
            return primary[one] < primary[other] ? -1 : 1;
        }
        if (secondary[one] != secondary[other]) {
            return secondary[one] < secondary[other] ? -1 : 1;
        }
        return agents.get(one).id().compareTo(agents.get(other).id());
    }
}
