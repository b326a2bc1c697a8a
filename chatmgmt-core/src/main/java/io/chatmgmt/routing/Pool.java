package io.chatmgmt.routing;

import io.chatmgmt.conversation.FilterCount;
import io.chatmgmt.conversation.RoutingFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All who could take the work of one demand, and the line of those who wait with it. The best who is free is the winner of
 * a tournament that is kept in an array: a change of one agent replays that agent's matches only. Not thread-safe.
 */
final class Pool {

    /** How an agent cannot take work at the moment is told by the filter's number; this is not at all. */
    private static final byte FREE = -1;

    private static final RoutingFilter[] FILTERS = RoutingFilter.values();

    final Demand demand;
    final boolean isOffered;
    final TreeSet<Work> line = new TreeSet<>();

    private final Roster roster;
    private final int[] counts = new int[FILTERS.length];
    private int[] seats;
    private int[] tiers;
    private long[] keys;
    private byte[] states;
    private int size;
    private int leaves;
    private int[] winners;
    private int free;
    private boolean valid;
    private int number;
    private @Nullable Work head;

    Pool(Demand demand, Roster roster, boolean isOffered, int number) {
        this.demand = demand;
        this.roster = roster;
        this.isOffered = isOffered;
        this.number = number;
        this.seats = new int[8];
        this.tiers = new int[8];
        this.keys = new long[8];
        this.states = new byte[8];
        this.winners = new int[0];
    }

    /** Takes in an agent when nothing that the agent is stands in the way; returns the place, -1 for none. */
    int admit(int seat, Agent agent) {
        RoutingFilter rejection = demand.rejects(agent, roster.policy());
        if (rejection != null) {
            counts[rejection.ordinal()]++;
            return -1;
        }
        if (size == seats.length) {
            seats = Arrays.copyOf(seats, 2 * size);
            tiers = Arrays.copyOf(tiers, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        seats[size] = seat;
        tiers[size] = demand.tier(agent.profile(), roster.policy());
        keys[size] = roster.customKey(agent, demand);
        states[size] = roster.state(seat);
        if (states[size] == FREE) {
            free++;
        } else {
            counts[states[size]]++;
        }
        return size++;
    }

    /** Forgets the agents, not the line. */
    void clear() {
        size = 0;
        free = 0;
        Arrays.fill(counts, 0);
    }

    /** Notes that agents came, went, or became other people: they are looked at again before the next decision. */
    void invalidate() {
        valid = false;
    }

    boolean isValid() {
        return valid;
    }

    int number() {
        return number;
    }

    void renumber(int number) {
        this.number = number;
    }

    /** Holds the whole tournament, once all agents are in. */
    void open() {
        valid = true;
        leaves = 1;
        while (leaves < size) {
            leaves *= 2;
        }
        winners = new int[2 * leaves];
        Arrays.fill(winners, -1);
        for (int place = 0; place < size; place++) {
            winners[leaves + place] = states[place] == FREE ? place : -1;
        }
        for (int match = leaves - 1; match > 0; match--) {
            winners[match] = better(winners[2 * match], winners[2 * match + 1]);
        }
    }

    /** An agent holds more or less, came or went. */
    void changed(int place, Agent agent) {
        byte state = roster.state(seats[place]);
        byte before = states[place];
        if (before != state) {
            if (before == FREE) {
                free--;
            } else {
                counts[before]--;
            }
            if (state == FREE) {
                free++;
            } else {
                counts[state]++;
            }
            states[place] = state;
        }
        keys[place] = roster.customKey(agent, demand);
        seat(place, state == FREE ? place : -1);
    }

    /** Leaves an agent out until {@link #back}. */
    void out(int place) {
        seat(place, -1);
    }

    void back(int place) {
        seat(place, states[place] == FREE ? place : -1);
    }

    private void seat(int place, int contender) {
        int match = leaves + place;
        winners[match] = contender;
        for (match >>= 1; match > 0; match >>= 1) {
            winners[match] = better(winners[2 * match], winners[2 * match + 1]);
        }
    }

    /** The place of the best who is free, -1 for nobody. */
    int best() {
        return winners.length == 0 ? -1 : winners[1];
    }

    /** The seat of the one who would be best without the best: whoever lost to nobody else. */
    int runnerUp() {
        int best = best();
        int second = -1;
        for (int match = leaves + best; match > 1; match >>= 1) {
            second = better(second, winners[match ^ 1]);
        }
        return second < 0 ? -1 : seats[second];
    }

    /** The seat of the best who is free, -1 for nobody. */
    int bestSeat() {
        int best = best();
        return best < 0 ? -1 : seats[best];
    }

    int seat(int place) {
        return seats[place];
    }

    int free() {
        return free;
    }

    List<FilterCount> rejected(int coolingDown) {
        List<FilterCount> rejected = new ArrayList<>(4);
        for (RoutingFilter filter : FILTERS) {
            int agents = filter == RoutingFilter.COOL_DOWN ? coolingDown : counts[filter.ordinal()];
            if (agents > 0) {
                rejected.add(new FilterCount(filter, agents));
            }
        }
        return rejected;
    }

    private int better(int one, int other) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        if (tiers[one] != tiers[other]) {
            return tiers[one] < tiers[other] ? one : other;
        }
        if (keys[one] != keys[other]) {
            return keys[one] < keys[other] ? one : other;
        }
        return roster.compare(seats[one], seats[other]) < 0 ? one : other;
    }

    void enter(Work work) {
        line.add(work);
        if (head == null || work.compareTo(head) < 0) {
            head = work;
        }
    }

    void leave(Work work) {
        line.remove(work);
        if (work.equals(head)) {
            head = line.isEmpty() ? null : line.first();
        }
    }

    @Nullable
    Work head() {
        return head;
    }
}
