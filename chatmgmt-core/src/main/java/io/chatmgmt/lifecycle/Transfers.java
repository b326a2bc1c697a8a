package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Refusal;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.TransferKind;
import org.jspecify.annotations.Nullable;

/** Passing a conversation on, from one person to another or to a queue. */
final class Transfers {

    private Transfers() {}

    static Step.Verdict transfer(Step step, PersonInput.PassesOn input) {
        ConversationDraft draft = step.draft();
        Handoff handoff = draft.handoff();
        AgentId assignee = draft.assignee();
        boolean may = input.by().equals(assignee) || step.actor().kind() == Participant.SUPERVISOR;
        if (handoff == null || assignee == null || !may || isSpent(step, handoff)) {
            return Step.Verdict.LOST;
        }
        AgentId to = input.to();
        if (assignee.equals(to)) {
            return Step.Verdict.UNCHANGED;
        }
        if (input.kind() == TransferKind.WARM) {
            return to == null ? Step.Verdict.LOST : warm(step, handoff, input.queue(), to);
        }
        cold(step, handoff, assignee, input.queue(), to);
        return Step.Verdict.CHANGED;
    }

    /** Whether it was passed on as often as it may be. */
    static boolean isSpent(Step step, Handoff handoff) {
        return handoff.path().hops() >= step.policy().routing().rules().maxHops();
    }

    /** The next agent is asked while the conversation stays where it is. */
    private static Step.Verdict warm(Step step, Handoff handoff, String queue, AgentId to) {
        if (handoff.offer() != null) {
            return Step.Verdict.LOST;
        }
        Handoffs.show(step, handoff, to, Choice.NAMED, queue.equals(handoff.queue()) ? null : queue);
        return Step.Verdict.CHANGED;
    }

    private static void cold(Step step, Handoff handoff, AgentId from, String queue, @Nullable AgentId to) {
        Handoffs.rescind(step, handoff);
        Handoffs.letGo(step, from, handoff.weight());
        Refusal refusal =
                new Refusal(from, 1, step.now().plus(step.policy().routing().maxRefusalCoolDown()));
        step.emit(new HandoffEvent.Transferred(from, queue, to, handoff.orderKey(), TransferKind.COLD, refusal));
        Handoffs.move(step, Control.HUMAN, null);
        Handoff passed = step.draft().handoff();
        if (to != null && passed != null) {
            Handoffs.show(step, passed, to, Choice.NAMED, null);
        }
    }

    /** The next agent has accepted: the one before lets go. */
    static void complete(Step step, Handoff handoff, AgentId from, AgentId to) {
        Handoffs.letGo(step, from, handoff.weight());
        Offer offer = handoff.offer();
        String queue = offer == null || offer.queue() == null ? handoff.queue() : offer.queue();
        step.emit(new HandoffEvent.Transferred(from, queue, to, handoff.orderKey(), TransferKind.WARM, null));
    }

    static Step.Verdict endWrapUp(Step step, PersonInput.EndsWrapUp input) {
        if (step.draft().wrapUp() == null || !step.draft().wrapUp().agent().equals(input.agent())) {
            return Step.Verdict.UNCHANGED;
        }
        Handoffs.endWrapUp(step);
        return Step.Verdict.CHANGED;
    }

    /** The work goes to an agent who helped themselves. */
    static Step.Verdict pull(Step step, RoutingInput.Pulls input) {
        Handoff handoff = step.draft().handoff();
        boolean waits = handoff != null
                && handoff.number() == input.handoff()
                && handoff.isWaiting()
                && handoff.offer() == null;
        if (handoff == null || !waits) {
            return Step.Verdict.LOST;
        }
        Handoffs.endOwnWrapUp(step, input.agent());
        step.change(new SlotChange.Take(input.agent(), handoff.weight(), step.now()));
        Handoffs.takeOver(step, 0, input.agent(), input.name(), input.introduction());
        return Step.Verdict.CHANGED;
    }
}
