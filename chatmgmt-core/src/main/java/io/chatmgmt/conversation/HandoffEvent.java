package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens on the way from the AI to a person and back. */
public sealed interface HandoffEvent extends ConversationEvent {

    /**
     * The right to speak moved, or the assignee changed: answers that started before are stale.
     *
     * @param control who may speak now
     * @param assignee the agent who has the conversation now, null for none
     * @param epoch the control epoch from now on
     */
    record ControlMoved(Control control, @Nullable AgentId assignee, long epoch) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.control = control;
            draft.assignee = assignee;
            if (epoch != draft.controlEpoch) {
                draft.enterEpoch(epoch);
                draft.ai = draft.ai.silenced();
            }
            if (control == Control.HUMAN && draft.waitingOn == WaitingOn.AI) {
                draft.waitingOn = WaitingOn.HUMAN;
            } else if (control == Control.AI && draft.waitingOn == WaitingOn.HUMAN && draft.ai.held() == null) {
                draft.waitingOn = draft.lastQuestion() > 0 ? WaitingOn.AI : WaitingOn.CUSTOMER;
            }
        }
    }

    /**
     * The conversation waits for an agent.
     *
     * @param number the number of the handoff
     * @param mode whether the AI is silent meanwhile
     * @param queue where it waits
     * @param priority how urgent it is
     * @param orderKey its place in the queue
     * @param weight how much of an agent's capacity it takes
     * @param expiresAt when an invitation ends by itself, null when it does not
     */
    record Queued(
            int number,
            HandoffMode mode,
            String queue,
            Priority priority,
            Instant orderKey,
            int weight,
            @Nullable Instant expiresAt)
            implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            HandoffChange change = Handoff.waiting(number, mode, queue, priority, draft.at(), orderKey, weight)
                    .change();
            change.expiresAt = expiresAt;
            draft.handoff = change.made();
            draft.handedOff(number);
            draft.waitingOn = WaitingOn.HUMAN;
            if (draft.waitingSince == null) {
                draft.waitingSince = draft.at();
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(new Decision(DecisionKind.QUEUED, List.of(), null, queue, null));
        }
    }

    /**
     * The waiting conversation became more urgent.
     *
     * @param priority how urgent it is now
     * @param orderKey its place in the queue now
     */
    record Reprioritised(Priority priority, Instant orderKey) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                draft.handoff = handoff.raised(priority, orderKey);
            }
        }
    }

    /**
     * The conversation is shown to an agent, whose slot is taken in the same commit.
     *
     * @param offer the offer
     * @param choice why this agent
     */
    record Offered(Offer offer, Choice choice) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                draft.handoff = handoff.offered(offer, draft.at());
            }
            draft.offered(offer.number());
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.about(DecisionKind.OFFERED, offer.agent()));
        }
    }

    /**
     * The agent declined; the conversation waits on with its old age.
     *
     * @param offer the number of the offer
     * @param refusal who, and until when the agent is not asked again
     */
    record Declined(int offer, Refusal refusal) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            requeue(draft, refusal);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.about(DecisionKind.DECLINED, refusal.agent()));
        }
    }

    /**
     * The agent did not answer the offer in time; the conversation waits on with its old age.
     *
     * @param offer the number of the offer
     * @param refusal who, and until when the agent is not asked again
     */
    record TimedOut(int offer, Refusal refusal) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            requeue(draft, refusal);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.about(DecisionKind.TIMED_OUT, refusal.agent()));
        }
    }

    /**
     * The offer was taken back, without blame for the agent.
     *
     * @param offer the number of the offer
     * @param agent who had it
     */
    record Rescinded(int offer, AgentId agent) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            requeue(draft, null);
        }
    }

    /**
     * The agent lost the conversation; it waits again, with its old age.
     *
     * @param agent who had it
     * @param cause why
     * @param refusal until when the agent is not asked again, null for no such time
     */
    record Returned(
            AgentId agent, ReturnCause cause, @Nullable Refusal refusal) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                HandoffChange change = handoff.change();
                change.enter(HandoffState.QUEUED, draft.at());
                change.mode = HandoffMode.DIRECT;
                change.expiresAt = null;
                change.offer = null;
                change.restart(draft.at());
                if (refusal != null) {
                    change.refuse(refusal);
                }
                draft.handoff = change.made();
            }
            waitAgain(draft);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.of(DecisionKind.QUEUED));
        }
    }

    /**
     * An agent took the conversation.
     *
     * @param offer the number of the offer, 0 when the agent joined without one
     * @param agent who
     */
    record Accepted(int offer, AgentId agent) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                HandoffChange change = handoff.change();
                change.enter(HandoffState.ACCEPTED, draft.at());
                change.offer = null;
                change.call = null;
                change.takenAt = handoff.takenAt() == null ? draft.at() : handoff.takenAt();
                change.path = handoff.path().taken();
                draft.handoff = change.made();
            }
            Escalation escalation = draft.escalation;
            if (escalation != null) {
                draft.escalation = escalation.answered(draft.at());
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.about(DecisionKind.ACCEPTED, agent));
        }
    }

    /**
     * The conversation is shown to several agents, none of whom holds a slot for it.
     *
     * @param call the call
     */
    record Called(Call call) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                HandoffChange change = handoff.change();
                change.call = call;
                draft.handoff = change.made();
            }
            draft.offered(call.number());
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.of(DecisionKind.OFFERED));
        }
    }

    /**
     * The conversation is no longer shown to those who have not answered, without blame for anybody.
     *
     * @param call the number of the call
     * @param agents who they are
     */
    record CallEnded(int call, List<AgentId> agents) implements HandoffEvent {

        /** Copies the agents. */
        public CallEnded {
            agents = List.copyOf(agents);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.changeHandoff(change -> {
                change.call = null;
                change.path = change.path.refused();
            });
        }
    }

    /**
     * The conversation was passed on, with its old age.
     *
     * @param from who had it, null when nobody had
     * @param queue the queue that it is counted in from now on
     * @param to who is to get it, null for whoever takes it there
     * @param orderKey its place in that queue
     * @param kind how
     * @param refusal until when who passed it on is not asked again, null for no such time
     */
    record Transferred(
            @Nullable AgentId from,
            String queue,
            @Nullable AgentId to,
            Instant orderKey,
            TransferKind kind,
            @Nullable Refusal refusal)
            implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                HandoffChange change = handoff.change();
                change.path = handoff.path().leaving(handoff.queue(), !queue.equals(handoff.queue()));
                change.queue = queue;
                change.orderKey = orderKey;
                if (kind != TransferKind.WARM) {
                    change.restart(draft.at());
                }
                if (refusal != null) {
                    change.refuse(refusal);
                }
                if (kind == TransferKind.COLD) {
                    change.enter(HandoffState.QUEUED, draft.at());
                    change.mode = HandoffMode.DIRECT;
                    change.expiresAt = null;
                }
                draft.handoff = change.made();
            }
            if (kind == TransferKind.COLD) {
                waitAgain(draft);
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(new Decision(DecisionKind.TRANSFERRED, List.of(), null, queue, to));
        }
    }

    /**
     * Somebody looked whether the conversation is stuck, or may give up something: it says when to look again.
     *
     * @param rung how much it has given up
     * @param lookAt when to look again, null for not at all
     */
    record Looked(int rung, @Nullable Instant lookAt) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                HandoffChange change = handoff.change();
                change.path = handoff.path().on(rung);
                change.lookAt = lookAt;
                draft.handoff = change.made();
            }
        }
    }

    /**
     * The waiting customer was asked for patience.
     *
     * @param text the number of the text
     */
    record Calmed(int text) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.changeHandoff(change -> change.calmedAt = draft.at());
        }
    }

    /**
     * A person is needed, but nobody can take the conversation at the moment, and it does not wait.
     *
     * @param queue where it would have waited
     * @param reason why it does not
     * @param callBack whether people have promised to come back to it
     * @param backAt when people are there again, null when nobody knows
     */
    record NotQueued(
            String queue,
            NobodyReason reason,
            CallBack callBack,
            @Nullable Instant backAt) implements HandoffEvent {

        /** Whether people have promised to come back. */
        public enum CallBack {
            /** Yes. */
            PROMISED,
            /** No. */
            NONE
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.escalation = null;
        }
    }

    /**
     * The customer was told how long it takes.
     *
     * @param quote what the figures were
     */
    record WaitQuoted(WaitQuote quote) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.changeHandoff(change -> change.quote = quote);
        }
    }

    /**
     * An agent was given what they have to know, before they met the customer.
     *
     * @param agent who
     * @param upToText the number of the last text that it covers
     */
    record Briefed(AgentId agent, int upToText) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            // the package is worked out again whenever somebody asks for it
        }
    }

    /**
     * A summary was made for whoever takes the conversation over.
     *
     * @param handoff the number of the handoff that it was made for
     * @param text the number of the text that holds it
     */
    record Summarised(int handoff, int text) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(text);
        }
    }

    /**
     * People have had the conversation, and it goes back to the AI.
     *
     * @param stretch what the AI has to know
     */
    record HumanStretchEnded(HumanStretch stretch) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            // the texts in it are in the history
        }
    }

    /**
     * An agent is left in peace for a while after a conversation; their slot stays taken.
     *
     * @param wrapUp who, and until when
     */
    record WrapUpBegan(WrapUp wrapUp) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrapUp = wrapUp;
        }
    }

    /**
     * The agent is done with the conversation for good.
     *
     * @param agent who
     */
    record WrapUpEnded(AgentId agent) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrapUp = null;
        }
    }

    /**
     * An agent stepped in where no handoff was running: one begins with this.
     *
     * @param number the number of the handoff
     * @param queue the queue that it is counted in
     * @param weight how much of the agent's capacity it takes
     */
    record Joined(int number, String queue, int weight) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.handoff =
                    Handoff.waiting(number, HandoffMode.DIRECT, queue, Priority.NORMAL, draft.at(), draft.at(), weight);
            draft.handedOff(number);
        }
    }

    /**
     * The handoff ended.
     *
     * @param number the number of the handoff
     * @param end how
     * @param agent who had it, null when nobody had
     * @param coolDownUntil until when soft triggers need twice the evidence, null for no cool-down
     */
    record Closed(
            int number,
            HandoffEnd end,
            @Nullable AgentId agent,
            @Nullable Instant coolDownUntil) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.handoff = null;
            draft.escalation = null;
            if (end == HandoffEnd.HANDED_BACK) {
                draft.triggers = draft.triggers.handedBack(coolDownUntil);
            } else if (end == HandoffEnd.ABANDONED) {
                draft.waitingOn = WaitingOn.CUSTOMER;
                draft.waitingSince = null;
            }
        }

        @Override
        public Optional<Decision> decision() {
            return switch (end) {
                case HANDED_BACK -> Optional.of(new Decision(DecisionKind.HANDED_BACK, List.of(), null, null, agent));
                case ABANDONED -> Optional.of(Decision.of(DecisionKind.ABANDONED));
                case RESOLVED, EXPIRED, CANCELED -> Optional.empty();
            };
        }
    }

    /** The customer waits for a person again. */
    private static void waitAgain(ConversationDraft draft) {
        Escalation escalation = draft.escalation;
        if (escalation != null) {
            draft.escalation = escalation.reopened();
        }
        draft.waitingOn = WaitingOn.HUMAN;
        if (draft.waitingSince == null) {
            draft.waitingSince = draft.at();
        }
    }

    private static void requeue(ConversationDraft draft, @Nullable Refusal refusal) {
        Handoff handoff = draft.handoff;
        if (handoff != null) {
            draft.handoff = handoff.unoffered(refusal, draft.at());
        }
    }
}
