package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Refusal;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.routing.RoutingPolicy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way to a person and back: queue, offers, taking over, handing back. */
final class Handoffs {

    private Handoffs() {}

    /** Puts the conversation into a queue and, unless the AI may go on meanwhile, silences it. */
    static void enqueue(Step step, EscalationTarget target) {
        ConversationDraft draft = step.draft();
        HandoffMode mode = step.policy().escalation().mode();
        RoutingPolicy routing = step.policy().routing();
        if (mode == HandoffMode.DIRECT) {
            dropHeld(step, StaleCause.EPOCH);
        }
        step.emit(new HandoffEvent.Queued(
                draft.lastHandoff() + 1,
                mode,
                target.queue(),
                target.priority(),
                routing.orderKey(step.now(), target.priority(), draft.customer().standing()),
                routing.chatWeight(),
                mode == HandoffMode.INVITE
                        ? step.policy().escalation().invitationExpiry().after(step.now())
                        : null));
        move(step, mode == HandoffMode.DIRECT ? Control.HUMAN : Control.INVITED, null);
    }

    static void reprioritise(Step step, Priority priority) {
        Handoff handoff = step.draft().handoff();
        if (handoff != null && handoff.isWaiting()) {
            step.emit(new HandoffEvent.Reprioritised(
                    priority,
                    step.policy()
                            .routing()
                            .orderKey(
                                    handoff.enqueuedAt(),
                                    priority,
                                    step.draft().customer().standing())));
        }
    }

    static Step.Verdict offer(Step step, RoutingInput.Offers input) {
        ConversationDraft draft = step.draft();
        Handoff handoff = draft.handoff();
        if (handoff == null
                || handoff.number() != input.handoff()
                || handoff.state() != HandoffState.QUEUED
                || handoff.isCoolingDown(input.agent(), step.now())) {
            return Step.Verdict.LOST;
        }
        step.emit(new HandoffEvent.Offered(new Offer(
                draft.lastOffer() + 1,
                input.agent(),
                step.now(),
                step.now().plus(step.policy().routing().offerTimeout()))));
        step.change(new SlotChange.Take(input.agent(), handoff.weight(), step.now()));
        return Step.Verdict.CHANGED;
    }

    /** Also after the deadline, as long as nobody has noticed: a late yes is better than the next offer. */
    static Step.Verdict accept(Step step, RoutingInput.Accepts input) {
        Offer offer = liveOffer(step, input.offer(), input.agent());
        if (offer == null) {
            return Step.Verdict.LOST;
        }
        takeOver(step, offer.number(), input.agent(), input.name(), input.introduction());
        return Step.Verdict.CHANGED;
    }

    static Step.Verdict decline(Step step, RoutingInput.Declines input) {
        Offer offer = liveOffer(step, input.offer(), input.agent());
        Handoff handoff = step.draft().handoff();
        if (offer == null || handoff == null) {
            return Step.Verdict.LOST;
        }
        step.emit(new HandoffEvent.Declined(offer.number(), refusal(step, handoff, offer)));
        step.change(new SlotChange.Release(offer.agent(), handoff.weight()));
        return Step.Verdict.CHANGED;
    }

    static void timeOut(Step step, Handoff handoff, Offer offer) {
        step.emit(new HandoffEvent.TimedOut(offer.number(), refusal(step, handoff, offer)));
        step.change(new SlotChange.Release(offer.agent(), handoff.weight()));
    }

    private static Refusal refusal(Step step, Handoff handoff, Offer offer) {
        int times = 1;
        for (Refusal earlier : handoff.refusals()) {
            if (earlier.agent().equals(offer.agent())) {
                times = earlier.times() + 1;
            }
        }
        return new Refusal(
                offer.agent(), times, step.now().plus(step.policy().routing().coolDownAfter(times)));
    }

    private static @Nullable Offer liveOffer(Step step, int number, AgentId agent) {
        Handoff handoff = step.draft().handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        return offer != null && offer.number() == number && offer.agent().equals(agent) ? offer : null;
    }

    static Step.Verdict join(Step step, PersonInput.Joins input) {
        ConversationDraft draft = step.draft();
        AgentId assignee = draft.assignee();
        if (input.agent().equals(assignee)) {
            return Step.Verdict.UNCHANGED;
        }
        boolean taken = assignee != null && step.actor().kind() != Participant.SUPERVISOR;
        if (!step.isOpen() || taken || step.isShadow()) {
            return Step.Verdict.LOST;
        }
        Handoff handoff = draft.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer != null && offer.agent().equals(input.agent())) {
            takeOver(step, offer.number(), input.agent(), input.name(), input.introduction());
            return Step.Verdict.CHANGED;
        }
        RoutingPolicy routing = step.policy().routing();
        int weight = handoff == null ? routing.chatWeight() : handoff.weight();
        if (handoff == null) {
            ConversationTopic topic = draft.topic();
            step.emit(new HandoffEvent.Joined(
                    draft.lastHandoff() + 1, routing.queueOf(topic == null ? "" : topic.code()), weight));
        } else if (offer != null) {
            step.emit(new HandoffEvent.Rescinded(offer.number(), offer.agent()));
            step.change(new SlotChange.Release(offer.agent(), weight));
        } else if (assignee != null) {
            step.change(new SlotChange.Release(assignee, weight));
        }
        step.change(
                routing.joinOverCapacity() == RoutingPolicy.OverCapacity.DENY
                        ? new SlotChange.Take(input.agent(), weight, step.now())
                        : new SlotChange.Force(input.agent(), weight));
        takeOver(step, 0, input.agent(), input.name(), input.introduction());
        if (input.room() == PersonInput.Room.OVER && routing.joinOverCapacity() == RoutingPolicy.OverCapacity.WARN) {
            step.raise(Flag.OVER_CAPACITY);
        }
        return Step.Verdict.CHANGED;
    }

    private static void takeOver(
            Step step, int offer, AgentId agent, String name, PersonInput.Introduction introduction) {
        dropHeld(step, StaleCause.EPOCH);
        step.emit(new HandoffEvent.Accepted(offer, agent));
        move(step, Control.HUMAN, agent);
        step.clear(Flag.AI_FAILURE);
        step.clear(Flag.ESCALATION_WANTED);
        if (introduction == PersonInput.Introduction.SEND) {
            ConversationTopic topic = step.draft().topic();
            String content = step.worded(
                            TemplateKey.INTRODUCTION,
                            Map.of("agent.name", name, "topic", topic == null ? "" : topic.code()))
                    .content();
            int text = step.write(TextKind.MESSAGE, Actor.agent(agent.value()), 0, content);
            step.emit(new MessageEvent.AgentWrote(text, agent));
            step.sent(text);
        }
    }

    static Step.Verdict write(Step step, PersonInput.Writes input) {
        boolean inControl = input.agent().equals(step.draft().assignee());
        if (!step.isOpen() || !(inControl || step.isShadow())) {
            return Step.Verdict.LOST;
        }
        int text = step.write(TextKind.MESSAGE, step.actor(), 0, input.text());
        step.emit(new MessageEvent.AgentWrote(text, input.agent()));
        return Step.Verdict.CHANGED;
    }

    static Step.Verdict handBack(Step step, PersonInput.HandsBack input) {
        ConversationDraft draft = step.draft();
        Handoff handoff = draft.handoff();
        AgentId assignee = draft.assignee();
        boolean may = input.agent().equals(assignee) || step.actor().kind() == Participant.SUPERVISOR;
        if (handoff == null || assignee == null || !may) {
            return Step.Verdict.LOST;
        }
        if (!input.note().isEmpty()) {
            step.emit(new MessageEvent.Noted(step.write(TextKind.NOTE, step.actor(), 0, input.note())));
        }
        step.change(new SlotChange.Release(assignee, handoff.weight()));
        step.emit(new HandoffEvent.Closed(
                handoff.number(),
                HandoffEnd.HANDED_BACK,
                assignee,
                step.now().plus(step.policy().escalation().coolDown())));
        step.clear(Flag.OVER_CAPACITY);
        move(step, Control.AI, null);
        resume(step);
        return Step.Verdict.CHANGED;
    }

    private static void resume(Step step) {
        ConversationDraft draft = step.draft();
        if (draft.waitingOn() == WaitingOn.AI && draft.ai().ticket() == null) {
            AnswerTurn.askOrCall(step);
        }
    }

    static Step.Verdict abandon(Step step) {
        Handoff handoff = step.draft().handoff();
        if (handoff == null || !handoff.isWaiting()) {
            return Step.Verdict.UNCHANGED;
        }
        callOff(step, handoff, HandoffEnd.ABANDONED);
        return Step.Verdict.CHANGED;
    }

    /** Ends a handoff that nobody has taken; the AI has the conversation alone again, and a customer who waits is told. */
    static void callOff(Step step, Handoff handoff, HandoffEnd end) {
        rescind(step, handoff);
        step.emit(new HandoffEvent.Closed(handoff.number(), end, null, null));
        move(step, Control.AI, null);
        if (end == HandoffEnd.EXPIRED && !step.isShadow() && !Escalations.isSilent(step)) {
            step.say(TemplateKey.HAND_BACK);
        }
        resume(step);
    }

    static void rescind(Step step, Handoff handoff) {
        Offer offer = handoff.offer();
        if (offer != null) {
            step.emit(new HandoffEvent.Rescinded(offer.number(), offer.agent()));
            step.change(new SlotChange.Release(offer.agent(), handoff.weight()));
        }
    }

    static void dropHeld(Step step, StaleCause cause) {
        HeldAnswer held = step.draft().ai().held();
        if (held != null) {
            step.emit(new AnswerEvent.WentStale(held.ticket(), held.draft(), cause));
        }
    }

    /** A new epoch begins when the AI loses or regains the right to speak, or the assignee changes. */
    private static void move(Step step, Control control, @Nullable AgentId assignee) {
        ConversationDraft draft = step.draft();
        boolean newEpoch =
                control.letsAiSpeak() != draft.control().letsAiSpeak() || !Objects.equals(assignee, draft.assignee());
        step.emit(new HandoffEvent.ControlMoved(
                control, assignee, newEpoch ? draft.controlEpoch() + 1 : draft.controlEpoch()));
    }
}
