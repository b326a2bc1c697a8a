package io.chatmgmt.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to the answers of the AI. A ticket's number names its answer. */
public sealed interface AnswerEvent extends ConversationEvent {

    /**
     * The AI is asked for an answer.
     *
     * @param ticket the right to answer, as the host gets it
     */
    record TicketIssued(Ticket ticket) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.with(ticket);
            draft.ticketed(ticket.number());
        }
    }

    /**
     * The AI answered; what becomes of the answer, and uses up the ticket, is told by the event that follows.
     *
     * @param ticket the number of the ticket
     * @param text the number of the answer's text
     * @param confidence how sure the AI was
     * @param band the band that the confidence falls into
     * @param model the version of the AI, empty when the host does not tell
     * @param toolErrors failed tool calls behind the answer
     * @param streak what the confidence does to the streak of low ones
     * @param reviewersOnline how many reviewers the gate knew of
     */
    record Proposed(
            int ticket,
            int text,
            Confidence confidence,
            ConfidenceBand band,
            String model,
            int toolErrors,
            StreakEffect streak,
            int reviewersOnline)
            implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            if (toolErrors > 0) {
                draft.ai = draft.ai.proposed(toolErrors);
            }
            draft.numbered(text);
            if (streak == StreakEffect.GROWS) {
                draft.triggers = draft.triggers.withLow(new LowAnswer(text, confidence.raw()));
            } else if (streak == StreakEffect.ENDS) {
                draft.triggers = draft.triggers.withoutLow();
            }
        }
    }

    /** How an answer came to be sent. */
    enum Route {
        /** The gate let it pass. */
        AUTO(DecisionKind.DELIVER),
        /** A reviewer let it go out as it stood. */
        APPROVED(DecisionKind.APPROVED),
        /** A reviewer changed it. */
        EDITED(DecisionKind.EDITED),
        /** Nobody decided in time, and the policy sends then. */
        EXPIRED(DecisionKind.EXPIRED);

        private final DecisionKind decision;

        Route(DecisionKind decision) {
            this.decision = decision;
        }
    }

    /**
     * The answer goes to the customer.
     *
     * @param ticket the number of the answer's ticket
     * @param message the number of the message that it answers, 0 for none
     * @param text the number of the text that the customer gets
     * @param confidence how sure the AI was
     * @param print a fingerprint of the text, to notice the same answer given twice
     * @param route how it came to be sent
     */
    record Sent(int ticket, int message, int text, Confidence confidence, long print, Route route)
            implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(Participant.AI);
            draft.numbered(text);
            draft.ai = draft.ai.sent(ticket, print, draft.at());
            draft.confidence = draft.confidence.plus(confidence);
            if (draft.lastQuestion() <= message) {
                answered(draft);
            } else {
                draft.waitingOn = WaitingOn.AI;
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.of(route.decision));
        }
    }

    /**
     * The answer waits for a reviewer.
     *
     * @param answer the held answer
     */
    record Held(HeldAnswer answer) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.holding(answer);
            draft.waitingOn = WaitingOn.HUMAN;
        }

        @Override
        public Optional<Decision> decision() {
            List<EscalationReason> reasons = new ArrayList<>(answer.reasons().size());
            for (String code : answer.reasons()) {
                reasons.add(new EscalationReason(code, EscalationOutcome.FLAG, 1, List.of()));
            }
            return Optional.of(Decision.because(DecisionKind.HOLD, reasons));
        }
    }

    /**
     * A reviewer decided about a held answer: the entry of the override ledger. What the customer gets is told by the
     * event that follows.
     *
     * @param ticket the number of the answer's ticket
     * @param action what the reviewer did
     * @param reason why
     * @param remark the number of the text in which the reviewer said why, 0 for none
     * @param change how much of the text was changed: edit distance over the longer length, 0 to 1
     * @param after how long the answer had waited
     */
    record Reviewed(int ticket, ReviewAction action, OverrideReason reason, int remark, double change, Duration after)
            implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.released();
            draft.numbered(remark);
        }

        @Override
        public Optional<Decision> decision() {
            return action == ReviewAction.REPLACE || action == ReviewAction.DISCARD
                    ? Optional.of(Decision.of(action.decision()))
                    : Optional.empty();
        }
    }

    /**
     * A reviewer answered in the AI's place.
     *
     * @param ticket the number of the answer's ticket
     * @param text the number of the reviewer's text
     * @param agent who
     */
    record Replaced(int ticket, int text, AgentId agent) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(agent);
            draft.numbered(text);
            answered(draft);
        }
    }

    /**
     * A held answer was not decided about in time.
     *
     * @param ticket the number of the answer's ticket
     * @param then what happens now
     */
    record HoldExpired(int ticket, HoldExpiry then) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.released();
        }

        @Override
        public Optional<Decision> decision() {
            return then == HoldExpiry.SEND ? Optional.empty() : Optional.of(Decision.of(DecisionKind.EXPIRED));
        }
    }

    /**
     * The gate dropped the answer: the AI may not speak here.
     *
     * @param ticket the number of the answer's ticket
     * @param code why
     */
    record Dropped(int ticket, String code) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.with((Ticket) null);
            leftToPeople(draft);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.because(
                    DecisionKind.DISCARD, List.of(new EscalationReason(code, EscalationOutcome.FLAG, 1, List.of()))));
        }
    }

    /**
     * The answer came too late and is dropped.
     *
     * @param ticket the number of the answer's ticket
     * @param text the number of the answer's text
     * @param cause why
     */
    record WentStale(int ticket, int text, StaleCause cause) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(text);
            HeldAnswer held = draft.ai.held();
            if (held != null && held.ticket() == ticket) {
                draft.ai = draft.ai.released();
            }
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.because(
                    DecisionKind.STALE,
                    List.of(new EscalationReason(cause.name(), EscalationOutcome.NONE, 1, List.of()))));
        }
    }

    /**
     * An AI turn failed.
     *
     * @param ticket the number of the turn's ticket
     * @param failure how
     */
    record Failed(int ticket, AiFailure failure) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.failed();
            leftToPeople(draft);
        }
    }

    /**
     * The customer gets a fallback message in place of an answer.
     *
     * @param ticket the number of the answer's ticket
     * @param text the number of the fallback's text
     * @param code why
     * @param language the language of the words
     */
    record FellBack(int ticket, int text, String code, String language) implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(Participant.SYSTEM);
            draft.numbered(text);
            draft.ai = draft.ai.fellBack();
            answered(draft);
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.because(
                    DecisionKind.FALLBACK, List.of(new EscalationReason(code, EscalationOutcome.FLAG, 1, List.of()))));
        }
    }

    /**
     * A person corrected an answer that the customer has already read.
     *
     * @param original the number of the answer's text
     * @param text the number of the correction's text
     * @param agent who
     * @param reason why
     * @param change how much of the text was changed: edit distance over the longer length, 0 to 1
     */
    record Corrected(int original, int text, AgentId agent, OverrideReason reason, double change)
            implements AnswerEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.wrote(agent);
            draft.numbered(text);
        }
    }

    /** A person has been called already: with no answer from the AI, the customer waits for them. */
    private static void leftToPeople(ConversationDraft draft) {
        if (draft.handoff != null && draft.waitingOn == WaitingOn.AI) {
            draft.waitingOn = WaitingOn.HUMAN;
        }
    }

    private static void answered(ConversationDraft draft) {
        draft.waitingOn = WaitingOn.CUSTOMER;
        if (draft.handoff == null) {
            draft.waitingSince = null;
        }
    }
}
