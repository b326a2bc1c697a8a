package io.chatmgmt.governance;

import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.RoutingFilter;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.lifecycle.Input;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.lifecycle.RoutingInput;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Candidates;
import io.chatmgmt.routing.Candidates.Candidate;
import io.chatmgmt.routing.Demand;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who a conversation can be passed on to, and lets people fetch work. Thread-safe. */
final class Transfers {

    private static final int MAX_AHEAD = 1_000_000;
    private static final int MAX_HELD = 1_000;

    private final Kernel kernel;
    private final CommandRunner runner;
    private final @Nullable Long seenEpoch;

    Transfers(Kernel kernel, CommandRunner runner, @Nullable Long seenEpoch) {
        this.kernel = kernel;
        this.runner = runner;
        this.seenEpoch = seenEpoch;
    }

    PersonResult toAgent(Caller caller, @Nullable String key, Conversation row, AgentId to, TransferKind kind) {
        Agent agent = kernel.store().findAgent(to).orElseThrow(() -> new AgentNotFoundException(to));
        Handoff handoff = row.handoff();
        if (handoff != null && isSpent(row, handoff)) {
            return new PersonResult.Nobody(NobodyReason.TOO_MANY_HOPS);
        }
        String queue = handoff == null ? policy(row).defaultQueue() : handoff.queue();
        return run(caller, key, row, new PersonInput.PassesOn(caller.agentId(), queue, agent.id(), kind));
    }

    PersonResult toQueue(
            Caller caller, @Nullable String key, Conversation row, String queue, String team, TransferKind kind) {
        RoutingPolicy policy = policy(row);
        if (!policy.queues().containsKey(queue)) {
            throw new IllegalArgumentException(
                    "queue must be one of " + policy.queues().keySet() + ": " + queue);
        }
        Handoff handoff = row.handoff();
        if (handoff == null) {
            return run(caller, key, row, new PersonInput.PassesOn(caller.agentId(), queue, null, kind));
        }
        NobodyReason refusal = isSpent(row, handoff) ? NobodyReason.TOO_MANY_HOPS : shut(row, policy, queue);
        if (refusal != null) {
            return new PersonResult.Nobody(refusal);
        }
        if (kind == TransferKind.COLD && team.isEmpty()) {
            return run(caller, key, row, new PersonInput.PassesOn(caller.agentId(), queue, null, kind));
        }
        return toSomebody(caller, key, row, handoff, queue, team, kind);
    }

    /** Asks the best there, then the next best, until somebody's slot could be taken. */
    private PersonResult toSomebody(
            Caller caller,
            @Nullable String key,
            Conversation row,
            Handoff handoff,
            String queue,
            String team,
            TransferKind kind) {
        RoutingPolicy policy = policy(row);
        Instant now = kernel.now();
        Demand usual =
                Demand.of(policy, queue, row.language().tag(), row.customer().region(), 0);
        Demand demand = team.isEmpty() ? usual : usual.of(team);
        Work work = new Work(row.id(), row.version(), row.openedAt(), handoff, demand, 0, null);
        List<Candidate> candidates = Candidates.of(
                policy, kernel.order(), work, kernel.store().agents(row.id().tenant()), now);
        for (Candidate candidate : candidates) {
            if (candidate.isEligible() && !candidate.id().equals(row.assignee())) {
                PersonResult result =
                        run(caller, key, row, new PersonInput.PassesOn(caller.agentId(), queue, candidate.id(), kind));
                if (!(result instanceof PersonResult.NoRoom)) {
                    return result;
                }
            }
        }
        return new PersonResult.Nobody(reason(candidates, row.assignee()));
    }

    private static NobodyReason reason(List<Candidate> candidates, @Nullable AgentId assignee) {
        NobodyReason reason = NobodyReason.NO_SKILL;
        for (Candidate candidate : candidates) {
            RoutingFilter filter = candidate.rejectedBy();
            if (candidate.id().equals(assignee)) {
                continue;
            }
            if (filter == RoutingFilter.CAPACITY || filter == RoutingFilter.COOL_DOWN || filter == null) {
                return NobodyReason.ALL_BUSY;
            }
            if (filter == RoutingFilter.STATUS || filter == RoutingFilter.PRESENCE) {
                reason = NobodyReason.NO_AGENT_ONLINE;
            }
        }
        return reason;
    }

    private @Nullable NobodyReason shut(Conversation row, RoutingPolicy policy, String queue) {
        QueueRule rule = policy.rule(queue);
        if (rule.state() != QueueRule.State.OPEN) {
            return NobodyReason.QUEUE_CLOSED;
        }
        String tenant = row.id().tenant();
        if (!rule.hours().isEmpty()
                && !kernel.hours().at(tenant, rule.hours(), kernel.now()).isOpen()) {
            return NobodyReason.OUT_OF_HOURS;
        }
        int depth = kernel.store().waiting(tenant, queue, null, Math.min(MAX_AHEAD, Math.max(1, rule.maxDepth())));
        return depth >= rule.maxDepth() ? NobodyReason.QUEUE_FULL : null;
    }

    private boolean isSpent(Conversation row, Handoff handoff) {
        return handoff.path().hops() >= policy(row).rules().maxHops();
    }

    Optional<PersonResult> pullNext(Caller caller, @Nullable String key, String queue) {
        Instant now = kernel.now();
        RoutingPolicy policy = kernel.policy(caller.tenant(), now).routing();
        AgentId id = caller.agentId();
        Agent agent = kernel.store().findAgent(id).orElseThrow(() -> new AgentNotFoundException(id));
        Conversation pulled = key == null ? null : pulled(id, key);
        if (pulled != null) {
            return Optional.of(
                    run(caller, key, pulled, pull(0, agent))); // of no handoff: the key brings its first answer
        }
        if (policy.rule(queue).state() == QueueRule.State.CLOSED) {
            return Optional.empty();
        }
        for (Conversation row : kernel.store().queued(caller.tenant(), queue, policy.lookAhead())) {
            Handoff handoff = row.handoff();
            boolean may = kernel.access().permits(caller, Permission.JOIN, row);
            if (handoff != null && may && canTake(policy, row, handoff, agent, now)) {
                PersonResult result = run(caller, key, row, pull(handoff.number(), agent));
                if (!(result instanceof PersonResult.Lost)) {
                    return Optional.of(result);
                }
            }
        }
        return Optional.empty();
    }

    /** What the same command has fetched before, as far as the agent still has it. */
    private @Nullable Conversation pulled(AgentId agent, String key) {
        for (Conversation held : kernel.store().heldBy(agent, MAX_HELD)) {
            if (kernel.store().findCommand(held.id(), key).isPresent()) {
                return held;
            }
        }
        return null;
    }

    private static RoutingInput.Pulls pull(int handoff, Agent agent) {
        return new RoutingInput.Pulls(handoff, agent.id(), agent.profile().name(), PersonInput.Introduction.SEND);
    }

    private boolean canTake(RoutingPolicy policy, Conversation row, Handoff handoff, Agent agent, Instant now) {
        Work work = Work.of(policy, row, handoff, now);
        return Candidates.best(policy, kernel.order(), work, List.of(agent), now)
                .isPresent();
    }

    private PersonResult run(Caller caller, @Nullable String key, Conversation row, Input input) {
        return Desk.answer(
                kernel, runner.run(row.id(), caller.actor(), key, null, SeenInput.in(seenEpoch, (now, at) -> input)));
    }

    private RoutingPolicy policy(Conversation row) {
        return kernel.policy(row.id().tenant(), kernel.now()).routing();
    }
}
