package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.routing.Agent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting conversations and free agents together: a transaction of its own after the one that made a match
 * possible. Woken by what happens: work arrives, an agent comes, a slot is freed, a rung of a ladder is reached; the
 * sweep is the net below, and counts what it catches. The claim is guarded by the store, so matchers on any number of
 * threads and nodes never take a slot or a conversation twice. Thread-safe.
 */
final class Matcher {

    private final Kernel kernel;
    private final CommandRunner runner;
    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private final LongAdder missedWakeUps = new LongAdder();

    Matcher(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
    }

    /** Matches after a commit that may have made a match possible: work was queued, or a slot was freed. */
    void consider(
            @Nullable Conversation before, Conversation row, List<ConversationEvent> events, List<SlotChange> slots) {
        if (isConcerned(events, slots)) {
            kernel.house().waits().learn(before, row);
            exchange(row.id().tenant()).committed(row, slots);
        }
    }

    /** Whether a commit may have made a match possible, or moved something that the matcher knows of. */
    boolean isConcerned(List<ConversationEvent> events, List<SlotChange> slots) {
        return !slots.isEmpty() || concernsQueue(events);
    }

    private static boolean concernsQueue(List<ConversationEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof HandoffEvent) {
                return true;
            }
        }
        return false;
    }

    /** Matches after an agent changed in a way that may make them take work, or no longer take any. */
    void agentChanged(Agent agent) {
        exchange(agent.id().tenant()).agentChanged(agent.id());
    }

    /** Looks for matches that no event has led to; returns how many there were. */
    int catchUp(String tenant) {
        int caught = exchange(tenant).catchUp();
        missedWakeUps.add(caught);
        return caught;
    }

    /** How many matches only a sweep has found since this node began. */
    long missedWakeUps() {
        return missedWakeUps.sum();
    }

    private Exchange exchange(String tenant) {
        return exchanges.computeIfAbsent(tenant, name -> new Exchange(name, kernel, runner));
    }
}
