package io.chatmgmt.routing;

import io.chatmgmt.conversation.Handoff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the agent for waiting work. Pure. Filters in a fixed order, each with a name: presence, capacity, skill,
 * cool-down; those who pass are ranked by the strategy, ties by agent id.
 */
public final class AgentChooser {

    private AgentChooser() {}

    /**
     * Chooses among agents.
     *
     * @param policy the policy that holds
     * @param work what waits
     * @param language the language of the conversation, a BCP 47 tag
     * @param agents the agents of the tenant
     * @param now the moment
     * @return the agents who could take it, the best first
     */
    public static List<Agent> rank(
            RoutingPolicy policy, Handoff work, String language, List<Agent> agents, Instant now) {
        String skill = policy.queues().getOrDefault(work.queue(), "");
        List<Agent> eligible = new ArrayList<>();
        for (Agent agent : agents) {
            if (agent.isRoutable(now)
                    && agent.hasRoomFor(work.weight())
                    && (skill.isEmpty() || agent.profile().skills().containsKey(skill))
                    && !work.isCoolingDown(agent.id(), now)) {
                eligible.add(agent);
            }
        }
        eligible.sort(order(policy.strategy(), skill, language));
        return eligible;
    }

    private static Comparator<Agent> order(RoutingStrategy strategy, String skill, String language) {
        Comparator<Agent> longestWaiting = Comparator.comparing(Agent::lastAssignedAt);
        Comparator<Agent> leastLoaded =
                Comparator.comparingDouble(AgentChooser::load).thenComparing(longestWaiting);
        Comparator<Agent> order = switch (strategy) {
            case LEAST_LOADED -> leastLoaded;
            case ROUND_ROBIN -> longestWaiting;
            case SKILL_BEST ->
                Comparator.<Agent>comparingInt(agent -> -mastery(agent, skill, language))
                        .thenComparing(leastLoaded);
        };
        return order.thenComparing(Agent::id);
    }

    /** The share of the limit that is in use; for agents without a limit, what they hold against a large one. */
    private static double load(Agent agent) {
        return agent.max() == 0 ? 1 : (double) agent.used() / agent.max();
    }

    private static int mastery(Agent agent, String skill, String language) {
        return agent.profile().skills().getOrDefault(skill, 0)
                + agent.profile().languages().getOrDefault(language, 0);
    }
}
