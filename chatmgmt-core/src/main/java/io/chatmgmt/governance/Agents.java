package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.lifecycle.RoutingInput;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Presence;
import io.chatmgmt.routing.PresenceRules;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.Shift;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The people who take conversations over: who they are and what they are doing. Thread-safe. */
public final class Agents {

    private static final int MAX_ATTEMPTS = 16;

    /** How many conversations of an agent are freed before the sweep goes on with others. */
    private static final int BATCH = 200;

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
        Agent agent = null;
        for (int attempt = 0; agent == null && attempt < MAX_ATTEMPTS; attempt++) {
            Agent found = find(profile.id()).orElse(null);
            Agent next = found == null ? settled(profile) : settled(found, profile, found.presence());
            agent = saved(next);
        }
        if (agent == null) {
            throw lost(profile.id());
        }
        employ(agent);
        return agent;
    }

    /**
     * Lets an agent be online, busy, away or offline. Online agents get work offered while they are alive: as long as
     * their heartbeats keep coming, or without end for those whose host sends none.
     *
     * @param id who
     * @param status what they choose to be
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent status(AgentId id, AgentStatus status) {
        return status(id, status, "", null);
    }

    /**
     * Lets an agent choose, with a reason and an end. An absence ends by itself at its time; the choice of somebody who
     * is {@link AgentStatus#AWAY_REASSIGN} sends what they have back to its queues. Whoever is {@link AgentStatus#OFFLINE}
     * loses offers at once, and what they have once the policy's {@code lostAfter} is over, as when heartbeats stop.
     *
     * @param id who
     * @param status what they choose to be, or a supervisor for them
     * @param reason why, a code of the host's own; empty for nothing in particular
     * @param until when being away ends, null for not by itself; ignored for other statuses
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent status(AgentId id, AgentStatus status, String reason, @Nullable Instant until) {
        Instant now = kernel.now();
        Agent agent = change(id, presence -> {
            Presence next = presence.choosing(status, reason, until);
            if (status == AgentStatus.OFFLINE) {
                return next.gone(now);
            }
            // Who says something is alive: a heartbeat that ended long ago does not speak against them.
            return next.aliveUntil().isAfter(now) ? next : next.alive(aliveFrom(id, now));
        });
        if (status == AgentStatus.OFFLINE) {
            takeBack(id);
            return get(id);
        }
        return agent;
    }

    /** What is offered to somebody who has gone is offered to others at once. */
    private void takeBack(AgentId id) {
        for (Conversation held : kernel.store().heldBy(id, BATCH)) {
            if (!id.equals(held.assignee())) {
                runner.run(held.id(), Actor.SYSTEM, null, new RoutingInput.TakesBack(id));
            }
        }
    }

    /**
     * Notes that an agent is alive: from now on work is offered only while heartbeats keep coming. Whoever chose to be
     * offline stays offline.
     *
     * @param id who
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent heartbeat(AgentId id) {
        Instant alive = aliveFrom(id, kernel.now());
        return change(id, presence -> presence.alive(alive));
    }

    private Instant aliveFrom(AgentId id, Instant now) {
        Instant alive = policy(id).heartbeat().after(now);
        return alive == null ? Agent.FOREVER : alive;
    }

    /**
     * Lets an agent go: one commit takes them off everything new, offers and conversations that they have then go back
     * to their queues, each in a commit of its own, and nothing is offered to them in between.
     *
     * @param id who
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent deactivate(AgentId id) {
        return change(id, presence -> presence.employed(Presence.Employment.DEACTIVATED));
    }

    /**
     * Takes back an agent who was let go; they are offline until they choose otherwise.
     *
     * @param id who
     * @return the agent
     * @throws AgentNotFoundException when there is no such agent
     */
    public Agent reactivate(AgentId id) {
        return change(
                id, presence -> presence.employed(Presence.Employment.ACTIVE).freeing(Presence.Freeing.NONE));
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

    /**
     * How many agents are online, busy, away and offline right now; lost ones count as offline, those who were let go
     * not at all.
     *
     * @param tenant whose
     * @return every status, 0 where there is nobody
     */
    public Map<AgentStatus, Integer> counts(String tenant) {
        Instant now = kernel.now();
        RoutingPolicy policy = kernel.policy(tenant, now).routing();
        Map<AgentStatus, Integer> counts = new EnumMap<>(AgentStatus.class);
        for (AgentStatus status : AgentStatus.values()) {
            counts.put(status, 0);
        }
        for (Agent agent : list(tenant)) {
            if (agent.presence().employment() == Presence.Employment.ACTIVE) {
                counts.merge(agent.presence().effective(now, policy.rules().lostAfter()), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Counts an offer that ran out; an agent who misses several in a row counts as away. */
    void missed(AgentId id) {
        int limit = policy(id).awayAfterMisses();
        Agent agent = change(id, presence -> {
            int misses = presence.missedOffers() + 1;
            return misses >= limit && presence.status() == AgentStatus.ONLINE
                    ? presence.choosing(AgentStatus.AWAY, Presence.NO_ANSWER, null)
                            .missing(misses)
                    : presence.missing(misses);
        });
        if (agent.status() == AgentStatus.AWAY && agent.presence().reason().equals(Presence.NO_ANSWER)) {
            takeBack(id);
        }
    }

    /** Forgets the missed offers of an agent who has answered one. */
    void answered(AgentId id) {
        if (find(id).filter(agent -> agent.missedOffers() > 0).isPresent()) {
            change(id, presence -> presence.missing(0));
        }
    }

    /** Frees what somebody got in the very moment in which they were let go. */
    void releaseIfGone(AgentId id) {
        find(id).filter(agent -> agent.presence().employment() == Presence.Employment.DEACTIVATED)
                .ifPresent(this::free);
    }

    /** Lets time act on one agent: an absence or a skill ends, a shift begins, heartbeats have stopped for good. */
    void pass(AgentId id) {
        change(id, presence -> presence);
    }

    /** Brings the limits of a tenant's agents in line with a policy that has just come into force. */
    void refit(String tenant) {
        RoutingPolicy policy = kernel.policy(tenant, kernel.now()).routing();
        for (Agent agent : list(tenant)) {
            if (agent.max() != policy.limitOf(agent.profile())) {
                pass(agent.id());
            }
        }
    }

    /** Sends what an agent holds back to its queues; what is left over after a batch is done by the next sweep. */
    private void free(Agent agent) {
        ReturnCause cause = cause(agent);
        for (Conversation held : kernel.store().heldBy(agent.id(), BATCH)) {
            runner.run(held.id(), Actor.SYSTEM, null, new RoutingInput.Frees(agent.id(), cause));
        }
        if (kernel.store().heldBy(agent.id(), 1).isEmpty()) {
            change(
                    agent.id(),
                    presence -> presence.freeing() == Presence.Freeing.PENDING
                            ? presence.freeing(Presence.Freeing.DONE)
                            : presence);
        }
    }

    private static ReturnCause cause(Agent agent) {
        if (agent.presence().employment() == Presence.Employment.DEACTIVATED) {
            return ReturnCause.AGENT_DEACTIVATED;
        }
        return agent.status() == AgentStatus.AWAY_REASSIGN ? ReturnCause.AGENT_AWAY : ReturnCause.AGENT_LOST;
    }

    private Agent change(AgentId id, UnaryOperator<Presence> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Agent found = get(id);
            Agent next = saved(settled(found, found.profile(), change.apply(found.presence())));
            if (next != null) {
                if (next.presence().freeing() == Presence.Freeing.PENDING) {
                    free(next);
                    return get(id);
                }
                employ(next);
                return next;
            }
        }
        throw lost(id);
    }

    /** Finds work for an agent, never within a transaction of the host. */
    private void employ(Agent agent) {
        kernel.announcer().afterCommit(() -> runner.matcher().agentChanged(agent));
    }

    /** Somebody new. */
    private Agent settled(AgentProfile profile) {
        Instant now = kernel.now();
        AgentProfile current = profile.at(now);
        int limit = kernel.policy(profile.id().tenant(), now).routing().limitOf(current);
        return Agent.of(current, limit, settled(current, Presence.NEW, now));
    }

    private Agent settled(Agent found, AgentProfile profile, Presence presence) {
        Instant now = kernel.now();
        AgentProfile current = profile.at(now);
        int limit = kernel.policy(found.id().tenant(), now).routing().limitOf(current);
        return found.next(current, limit, settled(current, presence, now));
    }

    private Presence settled(AgentProfile profile, Presence presence, Instant now) {
        String tenant = profile.id().tenant();
        Shift shift =
                profile.calendar().isEmpty() ? Shift.ALWAYS : kernel.hours().at(tenant, profile.calendar(), now);
        return PresenceRules.settle(
                presence,
                profile.nextExpiry(),
                shift,
                kernel.policy(tenant, now).routing(),
                now);
    }

    private @Nullable Agent saved(Agent next) {
        if (!kernel.store().save(next)) {
            return null;
        }
        kernel.house().forget(next.id().tenant());
        return next;
    }

    private RoutingPolicy policy(AgentId id) {
        return kernel.policy(id.tenant(), kernel.now()).routing();
    }

    private static ChatGovernanceException lost(AgentId id) {
        return new ChatGovernanceException("lost " + MAX_ATTEMPTS + " races for agent " + id, null, null);
    }
}
