package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is written in a conversation, and what becomes of the texts that go out. */
public sealed interface MessageEvent extends ConversationEvent {

    /**
     * The customer wrote.
     *
     * @param number the number of the text
     * @param placement what it counts for
     * @param signals what the detectors heard
     */
    record CustomerWrote(int number, Placement placement, MessageSignals signals) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(Participant.CUSTOMER);
            draft.customerAt = draft.at();
            if (placement != Placement.CURRENT) {
                draft.numbered(number);
                return;
            }
            draft.asked(number);
            draft.waitingOn = draft.control == Control.HUMAN ? WaitingOn.HUMAN : WaitingOn.AI;
            if (draft.waitingSince == null) {
                draft.waitingSince = draft.at();
            }
            draft.triggers =
                    draft.triggers.heard(signals, number, draft.episode.counts().customer(), draft.at());
        }
    }

    /**
     * A person of the support team wrote to the customer.
     *
     * @param number the number of the text
     * @param agent who
     */
    record AgentWrote(int number, AgentId agent) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(agent);
            draft.numbered(number);
            draft.waitingOn = WaitingOn.CUSTOMER;
            draft.waitingSince = null;
            Handoff handoff = draft.handoff;
            if (handoff != null && handoff.state() == HandoffState.ACCEPTED) {
                HandoffChange change = handoff.change();
                change.enter(HandoffState.CONNECTED, draft.at());
                draft.handoff = change.made();
            }
        }
    }

    /**
     * This library wrote to the customer, from a template.
     *
     * @param number the number of the text
     * @param template which template
     * @param language the language of the words
     */
    record SystemWrote(int number, String template, String language) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(Participant.SYSTEM);
            draft.numbered(number);
        }
    }

    /**
     * A person left a private note.
     *
     * @param number the number of the text
     */
    record Noted(int number) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(number);
        }
    }

    /**
     * A text waits for the host to deliver it, because no caller waits for it.
     *
     * @param number the number of the text
     * @param nextAttemptAt when it is offered again unless it is acknowledged before
     */
    record LeftPending(int number, Instant nextAttemptAt) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            List<OutboundText> outbound = new ArrayList<>(draft.outbound);
            outbound.add(new OutboundText(number, 1, 0, nextAttemptAt));
            draft.outbound = outbound;
        }
    }

    /**
     * The host said that the customer has the text.
     *
     * @param number the number of the text
     */
    record Acknowledged(int number) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.outbound = without(draft.outbound, number);
        }
    }

    /**
     * The host could not deliver the text, or did not answer in time; it is offered again.
     *
     * @param number the number of the text
     * @param attempts how often the host has been offered it
     * @param refusals how often the host has refused it
     * @param nextAttemptAt when it is offered again
     */
    record Retried(int number, int attempts, int refusals, Instant nextAttemptAt) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            List<OutboundText> outbound = without(draft.outbound, number);
            outbound.add(new OutboundText(number, attempts, refusals, nextAttemptAt));
            draft.outbound = outbound;
        }
    }

    /**
     * The text is given up.
     *
     * @param number the number of the text
     */
    record Undeliverable(int number) implements MessageEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.outbound = without(draft.outbound, number);
        }
    }

    private static List<OutboundText> without(List<OutboundText> outbound, int number) {
        List<OutboundText> rest = new ArrayList<>(outbound);
        rest.removeIf(text -> text.number() == number);
        return rest;
    }
}
