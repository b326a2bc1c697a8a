package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * Why a person is needed, or nearly was: one trigger's verdict with its evidence. Immutable.
 *
 * @param code which trigger, see {@link ReasonCode} for the built-in ones
 * @param outcome what the trigger decided
 * @param score how sure the trigger is, 0 to 1
 * @param evidence what it saw, at most {@value #MAX_EVIDENCE}
 */
public record EscalationReason(String code, EscalationOutcome outcome, double score, List<Evidence> evidence) {

    /** The most facts that a reason carries; the latest are kept. */
    public static final int MAX_EVIDENCE = 8;

    /** Checks the range, copies the evidence and keeps its latest facts. */
    public EscalationReason {
        Bounds.identifier(code, "code");
        Objects.requireNonNull(outcome, "outcome");
        Bounds.share(score, "score");
        int size = evidence.size();
        evidence = List.copyOf(size > MAX_EVIDENCE ? evidence.subList(size - MAX_EVIDENCE, size) : evidence);
    }

    /**
     * A reason to call a person.
     *
     * @param code which trigger
     * @param score 0 to 1
     * @param evidence what it saw
     * @return the reason
     */
    public static EscalationReason escalate(String code, double score, Evidence... evidence) {
        return new EscalationReason(code, EscalationOutcome.ESCALATE, score, List.of(evidence));
    }

    /**
     * A reason to ask the customer whether a person should take over.
     *
     * @param code which trigger
     * @param score 0 to 1
     * @param evidence what it saw
     * @return the reason
     */
    public static EscalationReason offer(String code, double score, Evidence... evidence) {
        return new EscalationReason(code, EscalationOutcome.OFFER_HUMAN, score, List.of(evidence));
    }

    /**
     * A reason for people to look at the conversation.
     *
     * @param code which trigger
     * @param score 0 to 1
     * @param evidence what it saw
     * @return the reason
     */
    public static EscalationReason flag(String code, double score, Evidence... evidence) {
        return new EscalationReason(code, EscalationOutcome.FLAG, score, List.of(evidence));
    }

    /**
     * The same reason with another outcome.
     *
     * @param outcome the outcome
     * @return a copy, or this reason when it has that outcome already
     */
    public EscalationReason with(EscalationOutcome outcome) {
        return outcome == this.outcome ? this : new EscalationReason(code, outcome, score, evidence);
    }

    /**
     * The reason in words, for people who ask why.
     *
     * @return one English sentence without any text of the customer
     */
    public String sentence() {
        return ReasonSentence.of(this);
    }
}
