package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.routing.Arrival;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a queue takes a conversation at the moment, and what becomes of it if not: never silence, never a false yes. */
final class Doors {

    private Doors() {}

    /**
     * Where a conversation goes.
     *
     * @param queue the queue that takes it, or that it would have waited in
     * @param reason why nobody can take it at the moment, null when somebody can
     * @param action what is to be done about it
     * @param backAt when people are there again, null when nobody knows
     */
    record Way(
            String queue,
            @Nullable NobodyReason reason,
            HandoffRules.Nobody action,
            @Nullable Instant backAt) {

        boolean isQueued() {
            return action == HandoffRules.Nobody.QUEUE;
        }
    }

    /** Follows the overflows until a queue takes the conversation, or says what is to become of it. */
    static Way find(Step step, EscalationTarget target) {
        RoutingPolicy routing = step.policy().routing();
        Set<String> asked = new HashSet<>();
        Way way = look(step, routing, target.queue(), target.priority());
        while (way.action() == HandoffRules.Nobody.OVERFLOW) {
            asked.add(way.queue());
            String next = routing.rule(way.queue()).overflow();
            next = next.isEmpty() ? routing.defaultQueue() : next;
            if (asked.contains(next)) {
                boolean shut = way.reason() == NobodyReason.QUEUE_CLOSED || way.reason() == NobodyReason.QUEUE_FULL;
                return new Way(
                        shut ? way.queue() : target.queue(),
                        way.reason(),
                        shut ? HandoffRules.Nobody.STAY_WITH_AI : HandoffRules.Nobody.QUEUE,
                        way.backAt());
            }
            way = look(step, routing, next, target.priority());
        }
        return way;
    }

    private static Way look(Step step, RoutingPolicy routing, String queue, Priority priority) {
        HandoffRules rules = routing.rules();
        QueueView view = view(step, queue, priority).orElse(null);
        if (routing.rule(queue).state() != QueueRule.State.OPEN) {
            return new Way(queue, NobodyReason.QUEUE_CLOSED, HandoffRules.Nobody.OVERFLOW, null);
        }
        if (view == null) {
            return new Way(queue, null, HandoffRules.Nobody.QUEUE, null);
        }
        if (view.depth() >= routing.rule(queue).maxDepth()) {
            return new Way(queue, NobodyReason.QUEUE_FULL, HandoffRules.Nobody.OVERFLOW, null);
        }
        if (!view.shift().isOpen()) {
            return new Way(
                    queue,
                    NobodyReason.OUT_OF_HOURS,
                    rules.outOfHours(),
                    view.shift().until());
        }
        if (view.skilled() == 0 && view.staff() > 0) {
            return new Way(queue, NobodyReason.NO_SKILL, rules.nobodySkilled(), null);
        }
        if (view.online() == 0) {
            return new Way(queue, NobodyReason.NO_AGENT_ONLINE, rules.nobodyOnline(), null);
        }
        return view.free() == 0
                ? new Way(queue, NobodyReason.ALL_BUSY, rules.allBusy(), null)
                : new Way(queue, null, HandoffRules.Nobody.QUEUE, null);
    }

    static Optional<QueueView> view(Step step, String queue, Priority priority) {
        ConversationDraft draft = step.draft();
        RoutingPolicy routing = step.policy().routing();
        return step.circumstances()
                .queues()
                .of(
                        queue,
                        new Arrival(
                                draft.language().tag(),
                                draft.customer().region(),
                                routing.weightOf(draft.channel()),
                                routing.orderKey(
                                        step.now(), priority, draft.customer().standing())));
    }
}
