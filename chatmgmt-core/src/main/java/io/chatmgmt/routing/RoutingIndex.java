package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds who takes what without looking at everybody: agents are pooled by demand, each pool knows its best, and waiting
 * work stands in one line a demand, so that work which is hard to place blocks nobody. A view, never the truth: what it
 * proposes has to be claimed at the store. Not thread-safe.
 *
 * <p>The answer is the one that looking at everybody would give, see {@link Candidates}.
 */
public final class RoutingIndex {

    /** Demands that nothing waits with any more are forgotten beyond so many. */
    private static final int MAX_POOLS = 1_000;

    private static final int[] NOWHERE = {};
    private static final String LAST_AGENT = "LAST_AGENT";

    private final RoutingPolicy policy;
    private final Roster roster;
    private final Map<Demand, Pool> pools = new HashMap<>();
    private final Map<ConversationId, Work> waiting = new HashMap<>();
    private final Map<AgentId, List<Work>> waitingForLast = new HashMap<>();
    private final List<Pool> numbered = new ArrayList<>();
    /** By seat: the numbers of the pools that the agent is in, each followed by the place there. */
    private int[][] memberships = new int[16][];

    private final PriorityQueue<Lapse> lapses = new PriorityQueue<>(Comparator.comparing(Lapse::until));
    private boolean dirty;

    /** When an agent is no longer routable unless something is heard of them before. */
    private record Lapse(Instant until, AgentId agent) {}

    /**
     * An index without agents and work.
     *
     * @param policy the policy that holds
     * @param order the host's own strategy, null for none
     */
    public RoutingIndex(RoutingPolicy policy, @Nullable AgentOrder order) {
        this.policy = policy;
        this.roster = new Roster(policy, order);
    }

    /**
     * Who was chosen, and why.
     *
     * @param agent the agent, as the index knows them
     * @param choice the figures of the choice
     */
    public record Placement(Agent agent, Choice choice) {}

    /**
     * Adds an agent, or takes note of a change.
     *
     * @param agent the agent as they are now
     * @param now the moment
     */
    public void put(Agent agent, Instant now) {
        Instant until = agent.routableUntil();
        if (until.isAfter(now) && until.isBefore(Agent.FOREVER)) {
            lapses.add(new Lapse(until, agent.id()));
        }
        seat(agent, now);
    }

    /** Takes note of those whose heartbeats or shifts have ended by themselves. */
    private void expire(Instant now) {
        for (Lapse next = lapses.peek(); next != null && !next.until().isAfter(now); next = lapses.peek()) {
            lapses.remove();
            Agent agent = roster.agent(roster.seat(next.agent()));
            if (!agent.isRoutable(now)) {
                seat(agent, now);
            }
        }
    }

    private void seat(Agent agent, Instant now) {
        int seat = roster.seat(agent.id());
        boolean known = seat >= 0;
        boolean same = known && isAlike(roster.agent(seat), agent);
        seat = roster.put(agent, now);
        if (seat == memberships.length) {
            memberships = Arrays.copyOf(memberships, 2 * seat);
        }
        if (!known) {
            memberships[seat] = NOWHERE;
        }
        if (!same) {
            dirty = true;
            numbered.forEach(Pool::invalidate);
        } else {
            int[] places = memberships[seat];
            for (int i = 0; i < places.length; i += 2) {
                Pool pool = numbered.get(places[i]);
                if (pool.isValid()) {
                    pool.changed(places[i + 1], agent);
                }
            }
        }
    }

    /** Whether an agent is in the same pools as before. */
    private static boolean isAlike(Agent before, Agent after) {
        return before.presence().employment() == after.presence().employment()
                && before.profile().equals(after.profile());
    }

    /**
     * An agent as the index knows them.
     *
     * @param id who
     * @return empty for somebody unknown
     */
    public Optional<Agent> agent(AgentId id) {
        int seat = roster.seat(id);
        return seat < 0 ? Optional.empty() : Optional.of(roster.agent(seat));
    }

    /**
     * Lets work wait, or changes what it asks for; older news than what is known are ignored.
     *
     * @param work the work
     * @return false when newer news are known
     */
    public boolean put(Work work) {
        Work known = waiting.get(work.id());
        if (known != null) {
            if (known.version() > work.version()) {
                return false;
            }
            remove(known);
        }
        waiting.put(work.id(), work);
        pool(work.demand()).enter(work);
        AgentId last = work.lastAgent();
        if (last != null) {
            waitingForLast.computeIfAbsent(last, key -> new ArrayList<>(1)).add(work);
        }
        return true;
    }

    /**
     * Takes work out of its line; older news than what is known are ignored.
     *
     * @param id which conversation
     * @param version the version that no longer waits
     */
    public void remove(ConversationId id, long version) {
        Work known = waiting.get(id);
        if (known != null && known.version() <= version) {
            remove(known);
        }
    }

    private void remove(Work work) {
        waiting.remove(work.id());
        Pool pool = pools.get(work.demand());
        if (pool != null) {
            pool.leave(work);
        }
        AgentId last = work.lastAgent();
        List<Work> alike = last == null ? null : waitingForLast.get(last);
        if (alike != null) {
            alike.remove(work);
            if (alike.isEmpty()) {
                waitingForLast.remove(last);
            }
        }
    }

    /**
     * How much waits.
     *
     * @return the number of conversations
     */
    public int size() {
        return waiting.size();
    }

    /**
     * What waits.
     *
     * @return a copy, in no particular order
     */
    public List<Work> waiting() {
        return List.copyOf(waiting.values());
    }

    /**
     * Chooses the agent for work.
     *
     * @param work the work, waiting or not
     * @param now the moment
     * @return empty when nobody can take it, or when it waits for the customer's last agent
     */
    public Optional<Placement> choose(Work work, Instant now) {
        expire(now);
        Pool pool = pool(work.demand());
        Agent last = work.lastAgent() == null ? null : agent(work.lastAgent()).orElse(null);
        if (last != null && last.isRoutable(now) && place(pool, last.id()) >= 0) {
            if (canTake(pool, last, work, now)) {
                return Optional.of(placement(pool, last, -1, 0, work));
            }
            if (waitsForLast(work, last, now)) {
                return Optional.empty();
            }
        }
        return best(pool, work, now);
    }

    /** Online, but without room at the moment: worth a little patience. */
    private boolean waitsForLast(Work work, Agent last, Instant now) {
        Duration patience = policy.rules().lastAgentFirst();
        return !last.hasRoomFor(work.handoff().weight())
                && now.isBefore(work.handoff().waitsSince().plus(patience));
    }

    private Optional<Placement> best(Pool pool, Work work, Instant now) {
        List<Integer> out = List.of();
        int coolingDown = 0;
        Agent chosen = null;
        int runnerUp = -1;
        for (int best = pool.best(); best >= 0 && runnerUp < 0; best = pool.best()) {
            Agent agent = roster.agent(pool.seat(best));
            boolean cooling = work.handoff().isCoolingDown(agent.id(), now);
            coolingDown += cooling ? 1 : 0;
            if (!cooling && agent.hasRoomFor(work.handoff().weight())) {
                if (chosen != null) {
                    runnerUp = pool.seat(best);
                    continue;
                }
                chosen = agent;
                int next = pool.runnerUp();
                if (next < 0 || isOpenTo(roster.agent(next), work, now)) {
                    runnerUp = next;
                    break;
                }
            }
            out = out.isEmpty() ? new ArrayList<>(4) : out;
            out.add(best);
            pool.out(best);
        }
        Placement placement = chosen == null ? null : placement(pool, chosen, runnerUp, coolingDown, work);
        out.forEach(pool::back);
        return Optional.ofNullable(placement);
    }

    private static boolean isOpenTo(Agent agent, Work work, Instant now) {
        return agent.isRoutable(now)
                && agent.hasRoomFor(work.handoff().weight())
                && !work.handoff().isCoolingDown(agent.id(), now);
    }

    private Placement placement(Pool pool, Agent agent, int runnerUp, int coolingDown, Work work) {
        String strategy = runnerUp < 0 && agent.id().equals(work.lastAgent())
                ? LAST_AGENT
                : policy.strategy().name();
        return new Placement(
                agent,
                new Choice(
                        strategy,
                        work.rung(),
                        pool.free() - coolingDown,
                        runnerUp < 0 ? null : roster.agent(runnerUp).id(),
                        pool.rejected(coolingDown)));
    }

    /**
     * The figures of a choice in which the agent was given and the work was chosen.
     *
     * @param work the work
     * @param id the agent
     * @return the choice
     */
    public Choice explain(Work work, AgentId id) {
        Pool pool = pool(work.demand());
        int best = pool.best();
        int other = best >= 0 && roster.agent(pool.seat(best)).id().equals(id) ? pool.runnerUp() : pool.bestSeat();
        return new Choice(
                id.equals(work.lastAgent()) ? LAST_AGENT : policy.strategy().name(),
                work.rung(),
                Math.max(1, pool.free()),
                other < 0 ? null : roster.agent(other).id(),
                pool.rejected(0));
    }

    /**
     * Whether work still waits as it is known.
     *
     * @param work the work
     * @return true until it is taken out, or newer news of it come in
     */
    public boolean knows(Work work) {
        return work.equals(waiting.get(work.id()));
    }

    private int place(Pool pool, AgentId id) {
        int seat = roster.seat(id);
        int[] places = seat < 0 ? NOWHERE : memberships[seat];
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] == pool.number()) {
                return places[i + 1];
            }
        }
        return -1;
    }

    private boolean canTake(Pool pool, Agent agent, Work work, Instant now) {
        int place = place(pool, agent.id());
        return place >= 0
                && agent.isRoutable(now)
                && agent.hasRoomFor(work.handoff().weight())
                && !work.handoff().isCoolingDown(agent.id(), now);
    }

    /**
     * Chooses the work for an agent: of all lines that the agent can serve, whoever has waited longest by the order of
     * serving; where the agent is the customer's last one, first of all.
     *
     * @param id the agent
     * @param now the moment
     * @return empty when nothing waits that the agent can take
     */
    public Optional<Work> next(AgentId id, Instant now) {
        return next(id, now, true);
    }

    /**
     * Chooses the work that an agent may fetch, from queues whose work is not offered too.
     *
     * @param id the agent
     * @param now the moment
     * @return empty when nothing waits that the agent can take
     */
    public Optional<Work> nextToPull(AgentId id, Instant now) {
        return next(id, now, false);
    }

    private Optional<Work> next(AgentId id, Instant now, boolean offeredOnly) {
        expire(now);
        int seat = roster.seat(id);
        if (seat < 0 || !roster.agent(seat).isRoutable(now)) {
            return Optional.empty();
        }
        Agent agent = roster.agent(seat);
        revalidate();
        Work best = null;
        for (Work own : waitingForLast.getOrDefault(id, List.of())) {
            Pool pool = pool(own.demand());
            if ((pool.isOffered || !offeredOnly)
                    && canTake(pool, agent, own, now)
                    && (best == null || own.compareTo(best) < 0)) {
                best = own;
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        int[] places = memberships[seat];
        for (int i = 0; i < places.length; i += 2) {
            Pool pool = numbered.get(places[i]);
            Work head = pool.head();
            if ((pool.isOffered || !offeredOnly) && head != null && (best == null || head.compareTo(best) < 0)) {
                Work first = first(pool, agent, now);
                best = first != null && (best == null || first.compareTo(best) < 0) ? first : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The first of a line that the agent can take: rarely not its head. */
    private @Nullable Work first(Pool pool, Agent agent, Instant now) {
        Work head = pool.head();
        if (head == null || fits(agent, head, now)) {
            return head;
        }
        int looked = 0;
        for (Iterator<Work> line = pool.line.iterator(); line.hasNext() && looked < policy.lookAhead(); looked++) {
            Work work = line.next();
            if (fits(agent, work, now)) {
                return work;
            }
        }
        return null;
    }

    private boolean fits(Agent agent, Work work, Instant now) {
        if (!agent.hasRoomFor(work.handoff().weight()) || work.handoff().isCoolingDown(agent.id(), now)) {
            return false;
        }
        Agent last = work.lastAgent() == null ? null : agent(work.lastAgent()).orElse(null);
        return last == null
                || last.id().equals(agent.id())
                || !last.isRoutable(now)
                || place(pool(work.demand()), last.id()) < 0
                || !waitsForLast(work, last, now);
    }

    private void revalidate() {
        if (!dirty) {
            return;
        }
        dirty = false;
        for (Pool pool : numbered) {
            if (!pool.isValid()) {
                fill(pool);
            }
        }
    }

    private Pool pool(Demand demand) {
        Pool pool = pools.get(demand);
        if (pool == null) {
            if (numbered.size() >= MAX_POOLS) {
                forgetIdle();
            }
            pool = new Pool(
                    demand,
                    roster,
                    policy.rule(demand.queue()).offers() == QueueRule.Offers.DIRECT
                            && policy.rule(demand.queue()).state() != QueueRule.State.CLOSED,
                    numbered.size());
            numbered.add(pool);
            pools.put(demand, pool);
        }
        if (!pool.isValid()) {
            fill(pool);
        }
        return pool;
    }

    private void fill(Pool pool) {
        pool.clear();
        for (int seat = 0; seat < roster.size(); seat++) {
            int place = pool.admit(seat, roster.agent(seat));
            memberships[seat] = moved(memberships[seat], pool.number(), place);
        }
        pool.open();
    }

    /** The memberships of an agent with another place in one pool, or without it. */
    private static int[] moved(int[] places, int pool, int place) {
        for (int i = 0; i < places.length; i += 2) {
            if (places[i] == pool) {
                if (place >= 0) {
                    places[i + 1] = place;
                    return places;
                }
                int[] fewer = Arrays.copyOf(places, places.length - 2);
                if (i < fewer.length) {
                    System.arraycopy(places, i + 2, fewer, i, fewer.length - i);
                }
                return fewer;
            }
        }
        if (place < 0) {
            return places;
        }
        int[] more = Arrays.copyOf(places, places.length + 2);
        more[places.length] = pool;
        more[places.length + 1] = place;
        return more;
    }

    private void forgetIdle() {
        List<Pool> kept = new ArrayList<>();
        for (Pool pool : numbered) {
            if (pool.line.isEmpty()) {
                pools.remove(pool.demand);
            } else {
                kept.add(pool);
            }
        }
        numbered.clear();
        Arrays.fill(memberships, 0, roster.size(), NOWHERE);
        for (Pool pool : kept) {
            pool.renumber(numbered.size());
            numbered.add(pool);
            fill(pool);
        }
    }
}
