package io.chatmgmt.conversation;

import java.util.List;
import java.util.Optional;

/** What is decided about calling a person. */
public sealed interface EscalationEvent extends ConversationEvent {

    /**
     * A person is needed.
     *
     * @param reasons why
     * @param level the tier that is needed
     * @param queue where it is to wait
     * @param priority how urgent it is
     */
    record Raised(List<EscalationReason> reasons, Level level, String queue, Priority priority)
            implements EscalationEvent {

        /** Copies the reasons. */
        public Raised {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.escalation = new Escalation(draft.at(), reasons, level, queue, priority, null);
            if (draft.triggers.offer() == HumanOffer.OPEN) {
                draft.triggers = draft.triggers.with(HumanOffer.TAKEN);
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(new Decision(DecisionKind.ESCALATE, reasons, level, queue, null));
        }
    }

    /**
     * More reasons came up while the escalation is open.
     *
     * @param reasons the new ones
     * @param level the tier that is needed now, never lower than before
     * @param priority how urgent it is now, never lower than before
     */
    record Extended(List<EscalationReason> reasons, Level level, Priority priority) implements EscalationEvent {

        /** Copies the reasons. */
        public Extended {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            Escalation open = draft.escalation;
            if (open != null) {
                draft.escalation = open.extended(reasons, level, priority);
            }
        }
    }

    /**
     * Triggers fired so soon after a hand-back that they need twice the evidence.
     *
     * @param reasons what they said
     */
    record HeldBack(List<EscalationReason> reasons) implements EscalationEvent {

        /** Copies the reasons. */
        public HeldBack {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.triggers = draft.triggers.suppressing(reasons);
        }
    }

    /**
     * Triggers came at least half the way to firing: kept to see near misses.
     *
     * @param reasons what they said
     */
    record NearlyRaised(List<EscalationReason> reasons) implements EscalationEvent {

        /** Copies the reasons. */
        public NearlyRaised {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            // a near miss changes nothing
        }
    }

    /**
     * People should look at the conversation.
     *
     * @param reasons why
     */
    record Flagged(List<EscalationReason> reasons) implements EscalationEvent {

        /** Copies the reasons. */
        public Flagged {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            // the flag itself is an event of its own
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.because(DecisionKind.FLAG, reasons));
        }
    }

    /**
     * The customer is asked whether a person should take over.
     *
     * @param reasons why
     */
    record HumanOffered(List<EscalationReason> reasons) implements EscalationEvent {

        /** Copies the reasons. */
        public HumanOffered {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.triggers = draft.triggers.with(HumanOffer.OPEN);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.because(DecisionKind.OFFER_HUMAN, reasons));
        }
    }

    /**
     * The customer did not take the offer of a person.
     *
     * @param offer {@link HumanOffer#DECLINED} or {@link HumanOffer#LAPSED}
     */
    record HumanNotWanted(HumanOffer offer) implements EscalationEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.triggers = draft.triggers.with(offer);
        }
    }
}
