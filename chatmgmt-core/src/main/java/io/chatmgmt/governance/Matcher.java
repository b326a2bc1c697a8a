package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.lifecycle.RoutingInput;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentChooser;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings waiting conversations and free agents together: a transaction of its own after the one that made a match
 * possible. The claim is guarded by the store, so matchers on any number of threads and nodes never take a slot or a
 * conversation twice. Thread-safe.
 */
final class Matcher {

    private static final Logger log = LoggerFactory.getLogger(Matcher.class);

    private final Kernel kernel;
    private final CommandRunner runner;

    Matcher(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
    }

    /** Whether a commit may have made a match possible. */
    boolean isConcerned(JournalRow row, List<SlotChange> slots) {
        return queued(row.events()) || releases(slots);
    }

    /** Matches after a commit that may have made a match possible: work was queued, or a slot was freed. */
    void consider(JournalRow row, List<SlotChange> slots) {
        if (isConcerned(row, slots)) {
            match(row.conversation().tenant());
        }
    }

    /**
     * Offers as much waiting work of a tenant as fits; returns how much it was. What goes wrong here is left to the next
     * sweep: the command that led to it has been committed and keeps its answer.
     */
    int match(String tenant) {
        try {
            return matchAll(tenant);
        } catch (RuntimeException e) {
            log.warn("matching failed for tenant {}; the next sweep tries again", tenant, e);
            return 0;
        }
    }

    private static boolean queued(List<ConversationEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof HandoffEvent.Queued) {
                return true;
            }
        }
        return false;
    }

    private static boolean releases(List<SlotChange> slots) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof SlotChange.Release) {
                return true;
            }
        }
        return false;
    }

    private int matchAll(String tenant) {
        int matched = 0;
        for (String queue : kernel.store().queues(tenant)) {
            matched += match(tenant, queue);
        }
        return matched;
    }

    private int match(String tenant, String queue) {
        Instant now = kernel.now();
        RoutingPolicy policy = kernel.policy(tenant, now).routing();
        List<Agent> agents = free(tenant, now);
        int matched = 0;
        if (!agents.isEmpty()) {
            for (Conversation waiting : kernel.store().queued(tenant, queue, policy.lookAhead())) {
                if (place(policy, waiting, agents, now)) {
                    matched++;
                    agents = free(tenant, now);
                }
            }
        }
        return matched;
    }

    private List<Agent> free(String tenant, Instant now) {
        List<Agent> free = new ArrayList<>();
        for (Agent agent : kernel.store().agents(tenant)) {
            if (agent.isRoutable(now) && agent.hasRoomFor(1)) {
                free.add(agent);
            }
        }
        return free;
    }

    /** Offers one conversation to the best agent who can be claimed. */
    private boolean place(RoutingPolicy policy, Conversation waiting, List<Agent> agents, Instant now) {
        Handoff handoff = waiting.handoff();
        if (handoff == null) {
            return false;
        }
        for (Agent agent : AgentChooser.rank(policy, handoff, waiting.language().tag(), agents, now)) {
            CommandRunner.Answer answer =
                    runner.run(waiting.id(), Actor.SYSTEM, null, new RoutingInput.Offers(handoff.number(), agent.id()));
            if (answer instanceof CommandRunner.Answer.Done) {
                return true;
            }
            if (!(answer instanceof CommandRunner.Answer.NoSlot)) {
                return false;
            }
        }
        return false;
    }
}
