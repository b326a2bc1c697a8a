package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.RoutingFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every agent for one piece of work, one after the other: what the router's answer is measured by, and what
 * people get who ask why. Pure.
 */
public final class Candidates {

    private Candidates() {}

    /**
     * One agent, as seen by one piece of work. Immutable.
     *
     * @param agent the agent
     * @param rejectedBy the first filter that left the agent out, null for none
     * @param tier the distance from what is wished for: smaller tiers come first, whatever the strategy says
     * @param load the share of the limit that was in use
     * @param lastAssignedAt when the agent last took a slot
     * @param lastReleasedAt when the agent last gave one back
     */
    public record Candidate(
            Agent agent,
            @Nullable RoutingFilter rejectedBy,
            int tier,
            double load,
            Instant lastAssignedAt,
            Instant lastReleasedAt) {

        /** Checks for nulls. */
        public Candidate {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(lastAssignedAt, "lastAssignedAt");
            Objects.requireNonNull(lastReleasedAt, "lastReleasedAt");
        }

        /**
         * Who.
         *
         * @return the id
         */
        public AgentId id() {
            return agent.id();
        }

        /**
         * Whether the agent could take the work.
         *
         * @return true when no filter left them out
         */
        public boolean isEligible() {
            return rejectedBy == null;
        }
    }

    /**
     * Looks at every agent.
     *
     * @param policy the policy that holds
     * @param order the host's own strategy, null for none
     * @param work what waits
     * @param agents the agents of the tenant
     * @param now the moment
     * @return those who could take it first, the best of them first of all; the others behind, in order of id
     */
    public static List<Candidate> of(
            RoutingPolicy policy, @Nullable AgentOrder order, Work work, List<Agent> agents, Instant now) {
        List<Candidate> candidates = new ArrayList<>(agents.size());
        for (Agent agent : agents) {
            candidates.add(candidate(policy, work, agent, now));
        }
        candidates.sort(Comparator.comparing(Candidate::isEligible, Comparator.reverseOrder())
                .thenComparing(byRank(policy, order, work)));
        return List.copyOf(candidates);
    }

    /**
     * The best of those who could take the work, by looking at every agent once.
     *
     * @param policy the policy that holds
     * @param order the host's own strategy, null for none
     * @param work what waits
     * @param agents the agents of the tenant
     * @param now the moment
     * @return empty when nobody can take it
     */
    public static Optional<Candidate> best(
            RoutingPolicy policy, @Nullable AgentOrder order, Work work, List<Agent> agents, Instant now) {
        Comparator<Candidate> rank = byRank(policy, order, work);
        Candidate best = null;
        for (Agent agent : agents) {
            if (rejection(policy, work, agent, now) == null) {
                Candidate candidate = candidate(policy, work, agent, now);
                best = best == null || rank.compare(candidate, best) < 0 ? candidate : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Candidate candidate(RoutingPolicy policy, Work work, Agent agent, Instant now) {
        return new Candidate(
                agent,
                rejection(policy, work, agent, now),
                work.demand().tier(agent.profile(), policy),
                agent.load(),
                agent.lastAssignedAt(),
                agent.lastReleasedAt());
    }

    private static @Nullable RoutingFilter rejection(RoutingPolicy policy, Work work, Agent agent, Instant now) {
        RoutingFilter rejection = work.demand().rejects(agent, policy);
        if (rejection == null) {
            rejection = Roster.busy(agent, work.handoff().weight(), now);
        }
        boolean cooling = rejection == null && work.handoff().isCoolingDown(agent.id(), now);
        return cooling ? RoutingFilter.COOL_DOWN : rejection;
    }

    private static Comparator<Candidate> byRank(RoutingPolicy policy, @Nullable AgentOrder order, Work work) {
        Comparator<Candidate> longestWaiting = Comparator.comparing(Candidate::lastAssignedAt);
        Comparator<Candidate> leastLoaded =
                Comparator.comparingDouble(Candidate::load).thenComparing(longestWaiting);
        Comparator<Candidate> strategy = switch (policy.strategy()) {
            case LEAST_LOADED, SKILL_BEST -> leastLoaded;
            case ROUND_ROBIN -> longestWaiting;
            case LONGEST_IDLE -> Comparator.comparing(Candidate::lastReleasedAt).thenComparing(longestWaiting);
            case CUSTOM ->
                Comparator.<Candidate>comparingLong(each -> order == null ? 0 : order.key(each.agent(), work.demand()))
                        .thenComparing(longestWaiting);
        };
        boolean lastFirst = work.lastAgent() != null;
        return Comparator.<Candidate>comparingInt(
                        each -> lastFirst && each.isEligible() && each.id().equals(work.lastAgent()) ? 0 : 1)
                .thenComparing(each -> each.isEligible() ? each.tier() : 0)
                .thenComparing((one, other) -> one.isEligible() ? strategy.compare(one, other) : 0)
                .thenComparing(Candidate::id);
    }
}
