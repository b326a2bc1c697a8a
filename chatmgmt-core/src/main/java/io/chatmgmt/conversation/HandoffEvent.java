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
            draft.handoff = new Handoff(
                    number,
                    HandoffState.QUEUED,
                    mode,
                    queue,
                    priority,
                    draft.at(),
                    orderKey,
                    weight,
                    null,
                    List.of(),
                    expiresAt);
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
     */
    record Offered(Offer offer) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            Handoff handoff = draft.handoff;
            if (handoff != null) {
                draft.handoff = handoff.offered(offer);
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
                draft.handoff = handoff.in(HandoffState.ACCEPTED);
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
     * An agent stepped in where no handoff was running: one begins with this.
     *
     * @param number the number of the handoff
     * @param queue the queue that it is counted in
     * @param weight how much of the agent's capacity it takes
     */
    record Joined(int number, String queue, int weight) implements HandoffEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.handoff = new Handoff(
                    number,
                    HandoffState.QUEUED,
                    HandoffMode.DIRECT,
                    queue,
                    Priority.NORMAL,
                    draft.at(),
                    draft.at(),
                    weight,
                    null,
                    List.of(),
                    null);
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

    private static void requeue(ConversationDraft draft, @Nullable Refusal refusal) {
        Handoff handoff = draft.handoff;
        if (handoff != null) {
            draft.handoff = handoff.requeued(refusal);
        }
    }
}
