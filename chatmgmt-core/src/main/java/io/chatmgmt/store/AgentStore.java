package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps agents. Implementations are thread-safe. What agents hold is changed by commits of conversations only; see
 * {@link Agent}.
 */
public interface AgentStore {

    /**
     * One agent.
     *
     * @param id who
     * @return empty when there is none
     */
    Optional<Agent> findAgent(AgentId id);

    /**
     * All agents of a tenant.
     *
     * @param tenant whose
     * @return in order of id
     */
    List<Agent> agents(String tenant);

    /**
     * Writes profile, limit and presence of an agent. What the agent holds ({@code used}, {@code lastAssignedAt},
     * {@code lastReleasedAt}) is taken from the stored row, not from the argument; a new agent holds nothing.
     *
     * @param agent the agent; its version is the expected current one plus one, 1 for a new agent
     * @return false when another write came first: nothing has changed
     */
    boolean save(Agent agent);

    /**
     * The agents of all tenants to whom something has to happen by itself: those whose {@link Agent#dueAt()} has come.
     *
     * @param now the moment
     * @param limit how many at most, 1 or more
     * @return the earliest first, then in order of id
     */
    List<Agent> agentsDue(Instant now, int limit);

    /**
     * When something has to happen to an agent next.
     *
     * @return the earliest {@link Agent#dueAt()} of all agents; empty when nothing is scheduled
     */
    Optional<Instant> nextAgentDue();
}
