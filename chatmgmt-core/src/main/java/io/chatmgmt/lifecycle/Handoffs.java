package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.Choice;
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
import io.chatmgmt.conversation.HumanStretch;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Refusal;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.conversation.WrapUp;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.quality.SurveyPolicy;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                routing.weightOf(draft.channel()),
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
        endCall(step, handoff);
        show(step, handoff, input.agent(), input.choice(), null);
        String name = input.acceptedAs();
        if (name != null) {
            takeOver(step, draft.lastOffer(), input.agent(), name, PersonInput.Introduction.SEND);
        }
        return Step.Verdict.CHANGED;
    }

    /** Makes an offer, and takes the slot for it. */
    static void show(Step step, Handoff handoff, AgentId agent, Choice choice, @Nullable String queue) {
        Offer offer = new Offer(
                step.draft().lastOffer() + 1,
                agent,
                step.now(),
                step.now().plus(step.policy().routing().offerTimeout()),
                queue);
        step.emit(new HandoffEvent.Offered(offer, choice));
        step.change(new SlotChange.Take(agent, handoff.weight(), step.now()));
    }

    /** Shows the conversation to several agents, none of whom holds a slot for it. */
    static Step.Verdict call(Step step, RoutingInput.Calls input) {
        ConversationDraft draft = step.draft();
        Handoff handoff = draft.handoff();
        if (handoff == null
                || handoff.number() != input.handoff()
                || handoff.state() != HandoffState.QUEUED
                || handoff.call() != null) {
            return Step.Verdict.LOST;
        }
        Duration time = step.policy().routing().offerTimeout();
        step.emit(new HandoffEvent.Called(new Call(
                draft.lastOffer() + 1, input.agents(), step.now(), step.now().plus(time))));
        return Step.Verdict.CHANGED;
    }

    /** Also after the deadline or a no, as long as nobody else was asked: a late yes is better than the next offer. */
    static Step.Verdict accept(Step step, RoutingInput.Accepts input) {
        Offer offer = liveOffer(step, input.offer(), input.agent());
        if (offer == null) {
            return answerCall(step, input);
        }
        takeOver(step, offer.number(), input.agent(), input.name(), input.introduction());
        return Step.Verdict.CHANGED;
    }

    /** The first who answers a call takes the slot; whoever has no room has not answered. */
    private static Step.Verdict answerCall(Step step, RoutingInput.Accepts input) {
        Handoff handoff = step.draft().handoff();
        if (handoff == null || !isCalled(handoff, input.offer(), input.agent()) && !isLate(step, handoff, input)) {
            return Step.Verdict.LOST;
        }
        rescind(step, handoff);
        endOwnWrapUp(step, input.agent());
        step.change(new SlotChange.Take(input.agent(), handoff.weight(), step.now()));
        takeOver(step, input.offer(), input.agent(), input.name(), input.introduction());
        return Step.Verdict.CHANGED;
    }

    /** Whether the offer was the last one, the agent missed or declined it, and nobody was asked since. */
    private static boolean isLate(Step step, Handoff handoff, RoutingInput.Accepts input) {
        List<Refusal> refusals = handoff.refusals();
        if (handoff.state() != HandoffState.QUEUED || handoff.call() != null || refusals.isEmpty()) {
            return false;
        }
        Refusal last = refusals.get(refusals.size() - 1);
        return input.offer() > 0
                && step.draft().lastOffer() == input.offer()
                && last.offer() == input.offer()
                && last.agent().equals(input.agent());
    }

    private static boolean isCalled(Handoff handoff, int number, AgentId agent) {
        Call call = handoff.call();
        return call != null && call.number() == number && call.agents().contains(agent);
    }

    static Step.Verdict decline(Step step, RoutingInput.Declines input) {
        Offer offer = liveOffer(step, input.offer(), input.agent());
        Handoff handoff = step.draft().handoff();
        if (handoff == null || offer == null && !isCalled(handoff, input.offer(), input.agent())) {
            return Step.Verdict.LOST;
        }
        step.emit(new HandoffEvent.Declined(input.offer(), refusal(step, handoff, input.agent(), input.offer())));
        if (offer != null) {
            step.change(new SlotChange.Release(input.agent(), handoff.weight()));
        }
        moveOn(step);
        return Step.Verdict.CHANGED;
    }

    static void timeOut(Step step, Handoff handoff, Offer offer) {
        step.emit(new HandoffEvent.TimedOut(offer.number(), refusal(step, handoff, offer.agent(), offer.number())));
        step.change(new SlotChange.Release(offer.agent(), handoff.weight()));
        moveOn(step);
    }

    /** What was offered in vain often enough is tried elsewhere. */
    static void moveOn(Step step) {
        Handoff handoff = step.draft().handoff();
        if (handoff != null
                && handoff.state() == HandoffState.QUEUED
                && handoff.call() == null
                && handoff.path().offers() >= step.policy().routing().rules().maxOffers()) {
            Watch.overflow(step, handoff);
        }
    }

    static Refusal refusal(Step step, Handoff handoff, AgentId agent, int offer) {
        int times = 1;
        for (Refusal earlier : handoff.refusals()) {
            if (earlier.agent().equals(agent)) {
                times = earlier.times() + 1;
            }
        }
        return new Refusal(agent, times, step.now().plus(step.policy().routing().coolDownAfter(times)), offer);
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
        if (!step.isOpen() || taken || step.isShadow() || input.room() == PersonInput.Room.NONE) {
            return Step.Verdict.LOST;
        }
        Handoff handoff = draft.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer != null && offer.agent().equals(input.agent())) {
            takeOver(step, offer.number(), input.agent(), input.name(), input.introduction());
            return Step.Verdict.CHANGED;
        }
        endOwnWrapUp(step, input.agent());
        RoutingPolicy routing = step.policy().routing();
        int weight = handoff == null ? routing.weightOf(draft.channel()) : handoff.weight();
        if (handoff == null) {
            ConversationTopic topic = draft.topic();
            step.emit(new HandoffEvent.Joined(
                    draft.lastHandoff() + 1, routing.queueOf(topic == null ? "" : topic.code()), weight));
        } else {
            rescind(step, handoff);
        }
        takeOver(step, 0, input.agent(), input.name(), input.introduction());
        step.change(
                routing.joinOverCapacity() == RoutingPolicy.OverCapacity.DENY
                        ? new SlotChange.Take(input.agent(), weight, step.now())
                        : new SlotChange.Force(input.agent(), weight));
        if (input.room() == PersonInput.Room.OVER && routing.joinOverCapacity() == RoutingPolicy.OverCapacity.WARN) {
            step.raise(Flag.OVER_CAPACITY);
        }
        return Step.Verdict.CHANGED;
    }

    static void takeOver(Step step, int offer, AgentId agent, String name, PersonInput.Introduction introduction) {
        dropHeld(step, StaleCause.EPOCH);
        Handoff handoff = step.draft().handoff();
        AgentId before = step.draft().assignee();
        if (handoff != null && handoff.call() != null) {
            Call call = handoff.call();
            step.emit(new HandoffEvent.CallEnded(
                    call.number(),
                    call.agents().stream().filter(each -> !each.equals(agent)).toList()));
        }
        if (handoff != null && before != null && !before.equals(agent)) {
            Transfers.complete(step, handoff, before, agent);
        }
        step.emit(new HandoffEvent.Accepted(offer, agent));
        step.emit(new HandoffEvent.Briefed(agent, step.draft().lastText()));
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

    /** A summary that comes after its handoff helps nobody. */
    static Step.Verdict summarise(Step step, RoutingInput.Summarises input) {
        Handoff handoff = step.draft().handoff();
        if (handoff == null || handoff.number() != input.handoff()) {
            return Step.Verdict.LOST;
        }
        step.emit(new HandoffEvent.Summarised(
                handoff.number(), step.write(TextKind.SUMMARY, Actor.SYSTEM, 0, input.summary())));
        return Step.Verdict.CHANGED;
    }

    static Step.Verdict write(Step step, PersonInput.Writes input) {
        boolean inControl = input.agent().equals(step.draft().assignee());
        if (!step.isOpen() || !(inControl || step.isShadow())) {
            return Step.Verdict.LOST;
        }
        int text = step.write(TextKind.MESSAGE, step.actor(), 0, input.text());
        step.emit(new MessageEvent.AgentWrote(text, input.agent()));
        if (input.way() == PersonInput.Way.OUTBOX) {
            step.sent(text);
        }
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
        int note = 0;
        if (!input.note().isEmpty()) {
            note = step.write(TextKind.NOTE, step.actor(), 0, input.note());
            step.emit(new MessageEvent.Noted(note));
        }
        rescind(step, handoff);
        letGo(step, assignee, handoff.weight());
        remember(step, handoff, assignee, note);
        step.emit(new HandoffEvent.Closed(
                handoff.number(),
                HandoffEnd.HANDED_BACK,
                assignee,
                step.now().plus(step.policy().escalation().coolDown())));
        step.clear(Flag.OVER_CAPACITY);
        move(step, Control.AI, null);
        Surveys.askAfter(step, SurveyPolicy.Trigger.HAND_BACK);
        resume(step);
        return Step.Verdict.CHANGED;
    }

    /** What people did in the meantime is not lost on the AI. */
    private static void remember(Step step, Handoff handoff, AgentId agent, int note) {
        Instant from = handoff.takenAt();
        if (from != null) {
            step.emit(new HandoffEvent.HumanStretchEnded(
                    new HumanStretch(from, step.now(), agent, step.draft().lastText(), note)));
        }
    }

    /** An agent is done with the conversation: the slot is free at once, or after a while of peace. */
    static void letGo(Step step, AgentId agent, int weight) {
        Duration peace = step.policy().routing().rules().wrapUp();
        endWrapUp(step);
        if (peace.isZero()) {
            step.change(new SlotChange.Release(agent, weight));
        } else {
            step.emit(new HandoffEvent.WrapUpBegan(
                    new WrapUp(agent, weight, step.now().plus(peace))));
        }
    }

    static void endWrapUp(Step step) {
        WrapUp wrapUp = step.draft().wrapUp();
        if (wrapUp != null) {
            step.emit(new HandoffEvent.WrapUpEnded(wrapUp.agent()));
            step.change(new SlotChange.Release(wrapUp.agent(), wrapUp.weight()));
        }
    }

    /** Whoever comes back to a conversation has no use for the peace after it. */
    static void endOwnWrapUp(Step step, AgentId agent) {
        WrapUp wrapUp = step.draft().wrapUp();
        if (wrapUp != null && wrapUp.agent().equals(agent)) {
            endWrapUp(step);
        }
    }

    private static void resume(Step step) {
        ConversationDraft draft = step.draft();
        if (draft.waitingOn() == WaitingOn.AI && draft.ai().ticket() == null) {
            AnswerTurn.askOrCall(step);
        }
    }

    /** Takes from an agent what they have, and what is offered to them; others come next. */
    static Step.Verdict free(Step step, RoutingInput.Frees input) {
        ConversationDraft draft = step.draft();
        Handoff handoff = draft.handoff();
        if (handoff == null) {
            return Step.Verdict.UNCHANGED;
        }
        Offer offer = handoff.offer();
        if (offer != null && offer.agent().equals(input.agent())) {
            rescind(step, handoff);
        }
        if (input.agent().equals(draft.assignee())) {
            giveUp(step, input.agent(), input.cause());
        }
        endCall(step, input.agent());
        return draft.isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
    }

    /** Takes from an agent what is offered to them, without blame. */
    static Step.Verdict takeBack(Step step, AgentId agent) {
        Handoff handoff = step.draft().handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (handoff != null && offer != null && offer.agent().equals(agent)) {
            rescind(step, handoff);
        }
        endCall(step, agent);
        return step.draft().isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
    }

    private static void endCall(Step step, AgentId agent) {
        Handoff waiting = step.draft().handoff();
        if (waiting != null && waiting.call() != null && waiting.call().agents().contains(agent)) {
            endCall(step, waiting);
        }
    }

    private static void endCall(Step step, Handoff handoff) {
        Call call = handoff.call();
        if (call != null) {
            step.emit(new HandoffEvent.CallEnded(call.number(), call.agents()));
        }
    }

    private static void giveUp(Step step, AgentId agent, ReturnCause cause) {
        HandoffRules.AgentLost rule = cause == ReturnCause.AGENT_LOST
                ? step.policy().routing().rules().onAgentLost()
                : HandoffRules.AgentLost.REQUEUE;
        if (rule == HandoffRules.AgentLost.CLOSE) {
            giveBack(step, agent, cause, null);
            Closing.end(step, Resolution.ABANDONED, "");
            return;
        }
        giveBack(step, agent, cause, null);
        if (rule == HandoffRules.AgentLost.REASSIGN) {
            reprioritise(step, Priority.URGENT);
        }
    }

    /** Puts a conversation that an agent has back into its queue, with its old age. */
    static void giveBack(Step step, AgentId agent, ReturnCause cause, @Nullable Refusal refusal) {
        Handoff handoff = step.draft().handoff();
        if (handoff != null) {
            rescind(step, handoff);
            step.change(new SlotChange.Release(agent, handoff.weight()));
            if (handoff.state() == HandoffState.CONNECTED) {
                remember(step, handoff, agent, 0);
            }
            step.emit(new HandoffEvent.Returned(agent, cause, refusal));
            step.clear(Flag.OVER_CAPACITY);
            move(step, Control.HUMAN, null);
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
        endCall(step, handoff);
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
    static void move(Step step, Control control, @Nullable AgentId assignee) {
        ConversationDraft draft = step.draft();
        boolean newEpoch =
                control.letsAiSpeak() != draft.control().letsAiSpeak() || !Objects.equals(assignee, draft.assignee());
        step.emit(new HandoffEvent.ControlMoved(
                control, assignee, newEpoch ? draft.controlEpoch() + 1 : draft.controlEpoch()));
    }
}
