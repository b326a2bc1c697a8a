package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.Refusal;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.Ladder;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sees to it that nothing stands still on the way to a person: every state has an end, and every end is in the row. */
final class Watch {

    private Watch() {}

    /** After a step that changed the handoff: sets when to look at it again. */
    static void set(Step step) {
        Handoff changed = step.draft().handoff();
        if (changed != null && isOverdue(step, changed)) {
            lookAtWaiting(step, changed);
        }
        Handoff handoff = step.draft().handoff();
        if (handoff == null) {
            return;
        }
        Instant next = next(step, handoff);
        int rung = handoff.isWaiting() ? rung(step, handoff) : handoff.path().rung();
        if (!Objects.equals(next, handoff.lookAt()) || rung != handoff.path().rung()) {
            step.emit(new HandoffEvent.Looked(rung, next));
        }
    }

    /** Whether something that waits again should have moved on while somebody had the offer. */
    private static boolean isOverdue(Step step, Handoff handoff) {
        return handoff.state() == HandoffState.QUEUED
                && (Deadlines.isDue(step, rule(step, handoff).maxWait().after(handoff.waitsSince()))
                        || handoff.path().rung() < Ladder.OVERFLOW && rung(step, handoff) >= Ladder.OVERFLOW);
    }

    private static int rung(Step step, Handoff handoff) {
        return rule(step, handoff).ladder().rung(handoff.waitsSince(), step.now());
    }

    private static QueueRule rule(Step step, Handoff handoff) {
        return step.policy().routing().rule(handoff.queue());
    }

    private static @Nullable Instant next(Step step, Handoff handoff) {
        HandoffRules rules = step.policy().routing().rules();
        Instant next = null;
        if (handoff.isWaiting()) {
            next = later(step, next, rules.longestQueued().after(handoff.waitsSince()));
            if (handoff.state() == HandoffState.QUEUED) {
                next = waiting(step, handoff, next);
            }
        } else {
            next = later(step, next, rules.longestAssigned().after(handoff.since()));
            if (handoff.state() == HandoffState.ACCEPTED) {
                next = later(step, next, rules.unanswered().after(handoff.since()));
            }
            next = later(step, next, silentUntil(step));
        }
        return next;
    }

    /** When a customer has waited too long for the agent who has the conversation, null while nobody waits. */
    private static @Nullable Instant silentUntil(Step step) {
        ConversationDraft draft = step.draft();
        Instant since = draft.waitingSince();
        return since == null || draft.assignee() == null || draft.waitingOn() != WaitingOn.HUMAN
                ? null
                : step.policy().routing().rules().silence().after(since);
    }

    private static @Nullable Instant waiting(Step step, Handoff handoff, @Nullable Instant start) {
        QueueRule rule = rule(step, handoff);
        Instant next = later(step, start, rule.ladder().nextAfter(handoff.waitsSince(), step.now()));
        next = later(step, next, rule.maxWait().after(handoff.waitsSince()));
        for (Refusal refusal : handoff.refusals()) {
            next = later(step, next, refusal.until());
        }
        Call call = handoff.call();
        next = later(step, next, call == null ? null : call.deadline());
        Duration patience = step.policy().routing().rules().lastAgentFirst();
        boolean isKnown = step.draft().episode().history().lastAgent() != null;
        return isKnown ? later(step, next, handoff.waitsSince().plus(patience)) : next;
    }

    /** The earlier of two moments, leaving out what is past. */
    private static @Nullable Instant later(Step step, @Nullable Instant one, @Nullable Instant other) {
        if (other == null || !other.isAfter(step.now())) {
            return one;
        }
        return one == null || other.isBefore(one) ? other : one;
    }

    /** It is time to look at the handoff. */
    static void look(Step step, Handoff begun) {
        Call call = begun.call();
        if (call != null && Deadlines.isDue(step, call.deadline())) {
            step.emit(new HandoffEvent.CallEnded(call.number(), call.agents()));
            Handoffs.moveOn(step);
        }
        Handoff handoff = Objects.requireNonNull(step.draft().handoff(), "handoff");
        if (handoff.state() == HandoffState.QUEUED) {
            lookAtWaiting(step, handoff);
        } else {
            lookAtSilent(step, handoff);
        }
        HandoffRules rules = step.policy().routing().rules();
        boolean stuck = handoff.isWaiting()
                ? Deadlines.isDue(step, rules.longestQueued().after(handoff.waitsSince()))
                : Deadlines.isDue(step, rules.longestAssigned().after(handoff.since()));
        Handoff left = step.draft().handoff();
        if (left != null && stuck) {
            step.raise(Flag.STUCK);
        }
        if (left != null && left.lookAt() != null && left.lookAt().equals(handoff.lookAt())) {
            step.emit(new HandoffEvent.Looked(
                    left.isWaiting() ? rung(step, left) : left.path().rung(), next(step, left)));
        }
    }

    private static void lookAtWaiting(Step step, Handoff handoff) {
        QueueRule rule = rule(step, handoff);
        boolean tooLong = Deadlines.isDue(step, rule.maxWait().after(handoff.waitsSince()));
        if ((tooLong || rung(step, handoff) >= Ladder.OVERFLOW) && overflow(step, handoff)) {
            return;
        }
        if (tooLong) {
            Handoffs.callOff(step, handoff, HandoffEnd.EXPIRED);
        }
    }

    /** Moves waiting work on to the queue that its own overflows to; false when there is none left to try. */
    static boolean overflow(Step step, Handoff handoff) {
        RoutingPolicy routing = step.policy().routing();
        String next = routing.rule(handoff.queue()).overflow();
        if (next.isEmpty()) {
            return false;
        }
        boolean closed = handoff.path().visited().contains(next)
                || handoff.path().hops() >= routing.rules().maxHops()
                || routing.rule(next).state() != QueueRule.State.OPEN;
        if (closed) {
            step.raise(Flag.STUCK);
            return false;
        }
        Call call = handoff.call();
        if (call != null && step.draft().handoff() != null) {
            step.emit(new HandoffEvent.CallEnded(call.number(), call.agents()));
        }
        step.emit(new HandoffEvent.Transferred(null, next, null, handoff.orderKey(), TransferKind.OVERFLOW, null));
        return true;
    }

    /** An agent who took a conversation and does not say a word, or no longer does, loses it again. */
    private static void lookAtSilent(Step step, Handoff handoff) {
        ConversationDraft draft = step.draft();
        AgentId assignee = draft.assignee();
        HandoffRules rules = step.policy().routing().rules();
        boolean unanswered = handoff.state() == HandoffState.ACCEPTED
                && Deadlines.isDue(step, rules.unanswered().after(handoff.since()));
        if (assignee != null && (unanswered || Deadlines.isDue(step, silentUntil(step)))) {
            Handoffs.giveBack(step, assignee, ReturnCause.UNANSWERED, Handoffs.refusal(step, handoff, assignee, 0));
        }
    }
}
