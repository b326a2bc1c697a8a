package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people who take conversations over: who they are and what they are doing. Thread-safe. */
public final class Agents {

    private static final int MAX_ATTEMPTS = 16;

    private final Kernel kernel;
    private final CommandRunner runner;

    Agents(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
    }

    /**
     * Adds an agent, who is offline at first, or changes the profile of one.
     *
     * @param profile what is known of them
     * @return the agent
     */
    public Agent register(AgentProfile profile) {
        int inherited =
                kernel.policy(profile.id().tenant(), kernel.now()).routing().capacity();
        int max = profile.capacity().units(inherited);
        return change(
                profile.id(),
                found -> found == null
                        ? new Agent(profile, 1, max, AgentStatus.OFFLINE, null, Instant.EPOCH, 0, 0, Instant.EPOCH)
                        : new Agent(
                                profile,
                                found.version() + 1,
                                max,
                                found.status(),
                                found.awayUntil(),
                                found.routableUntil(),
                                found.missedOffers(),
                                found.used(),
                                found.lastAssignedAt()));
    }

    /**
     * Lets an agent be online, busy, away or offline. Online agents get work offered; without heartbeats they count as
     * alive until they say otherwise.
     *
     * @param id who
     * @param status what they choose to be
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent status(AgentId id, AgentStatus status) {
        Instant until = status == AgentStatus.ONLINE ? Agent.FOREVER : Instant.EPOCH;
        Agent agent = change(id, found -> next(required(id, found)).present(status, null, until, 0));
        matchFor(agent);
        return agent;
    }

    /**
     * Notes that an agent is alive: from now on work is offered only while heartbeats keep coming.
     *
     * @param id who
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent heartbeat(AgentId id) {
        Instant now = kernel.now();
        Instant until = kernel.policy(id.tenant(), now).routing().heartbeat().after(now);
        boolean wasRoutable = get(id).isRoutable(now);
        Agent agent = change(id, found -> {
            Agent next = next(required(id, found));
            boolean online = next.status() == AgentStatus.ONLINE;
            Instant alive = until == null ? Agent.FOREVER : until;
            return next.present(next.status(), next.awayUntil(), online ? alive : Instant.EPOCH, next.missedOffers());
        });
        if (!wasRoutable) {
            matchFor(agent);
        }
        return agent;
    }

    /**
     * One agent.
     *
     * @param id who
     * @return empty when there is none
     */
    public Optional<Agent> find(AgentId id) {
        return kernel.store().findAgent(id);
    }

    /**
     * One agent.
     *
     * @param id who
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent get(AgentId id) {
        return find(id).orElseThrow(() -> new AgentNotFoundException(id));
    }

    /**
     * All agents of a tenant.
     *
     * @param tenant whose
     * @return in order of id
     */
    public List<Agent> list(String tenant) {
        return kernel.store().agents(tenant);
    }

    /** Counts an offer that ran out; an agent who misses several in a row counts as away. */
    void missed(AgentId id) {
        int limit = kernel.policy(id.tenant(), kernel.now()).routing().awayAfterMisses();
        change(id, found -> {
            Agent agent = required(id, found);
            int misses = agent.missedOffers() + 1;
            boolean away = misses >= limit && agent.status() == AgentStatus.ONLINE;
            return next(agent)
                    .present(
                            away ? AgentStatus.AWAY : agent.status(),
                            agent.awayUntil(),
                            away ? Instant.EPOCH : agent.routableUntil(),
                            misses);
        });
    }

    /** Forgets the missed offers of an agent who has answered one. */
    void answered(AgentId id) {
        if (find(id).filter(agent -> agent.missedOffers() > 0).isPresent()) {
            change(id, found -> {
                Agent agent = required(id, found);
                return next(agent).present(agent.status(), agent.awayUntil(), agent.routableUntil(), 0);
            });
        }
    }

    private void matchFor(Agent agent) {
        if (agent.isRoutable(kernel.now())) {
            runner.matcher().match(agent.id().tenant());
        }
    }

    private Agent change(AgentId id, Function<@Nullable Agent, Agent> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Agent next = change.apply(find(id).orElse(null));
            if (kernel.store().save(next)) {
                kernel.house().forget(id.tenant());
                return next;
            }
        }
        throw new ChatGovernanceException("lost " + MAX_ATTEMPTS + " races for agent " + id, null, null);
    }

    private static Agent required(AgentId id, @Nullable Agent found) {
        if (found == null) {
            throw new AgentNotFoundException(id);
        }
        return found;
    }

    private static Agent next(Agent agent) {
        return new Agent(
                agent.profile(),
                agent.version() + 1,
                agent.max(),
                agent.status(),
                agent.awayUntil(),
                agent.routableUntil(),
                agent.missedOffers(),
                agent.used(),
                agent.lastAssignedAt());
    }
}
