package io.chatmgmt.routing;

/**
 * A host's own way to choose the next agent among those who can take the work: the strategy {@link
 * RoutingStrategy#CUSTOM}. Pure, quick and thread-safe: the key may depend on the agent and the demand only, and is asked
 * again whenever the agent changes.
 */
@FunctionalInterface
public interface AgentOrder {

    /**
     * Where an agent stands in line.
     *
     * @param agent the agent, with what they hold at the moment
     * @param demand what the work asks for
     * @return the agent with the smallest key is asked first; ties go to whoever has waited longest for work, then by id
     */
    long key(Agent agent, Demand demand);
}
