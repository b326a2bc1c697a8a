package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the escalation triggers remember of an episode, in bounded space. Immutable.
 *
 * @param lowAnswers the unbroken streak of low answers, at most {@value #MAX_LOW_ANSWERS}
 * @param questions the fingerprints of the customer's latest questions, at most {@value #MAX_QUESTIONS}
 * @param mildFrustration the numbers of the customer's latest mildly frustrated messages, counted in customer messages
 *     of the episode, at most {@value #MAX_MILD}
 * @param ambiguousRequests how often the customer named a person without clearly asking for one
 * @param offer whether the customer was asked if a person should take over
 * @param coolDownUntil until when soft triggers need twice the evidence, null outside a cool-down
 * @param suppressed the triggers that fired within the cool-down once
 */
public record TriggerMemory(
        List<LowAnswer> lowAnswers,
        List<QuestionPrint> questions,
        List<Integer> mildFrustration,
        int ambiguousRequests,
        HumanOffer offer,
        @Nullable Instant coolDownUntil,
        List<String> suppressed) {

    /** The most answers that a streak remembers. */
    public static final int MAX_LOW_ANSWERS = 16;

    /** The most questions that are remembered. */
    public static final int MAX_QUESTIONS = 16;

    /** The most mildly frustrated messages that are remembered. */
    public static final int MAX_MILD = 8;

    /** An episode in which nothing has happened. */
    public static final TriggerMemory NONE =
            new TriggerMemory(List.of(), List.of(), List.of(), 0, HumanOffer.NONE, null, List.of());

    /** Copies the lists. */
    public TriggerMemory {
        lowAnswers = List.copyOf(lowAnswers);
        questions = List.copyOf(questions);
        mildFrustration = List.copyOf(mildFrustration);
        Objects.requireNonNull(offer, "offer");
        suppressed = List.copyOf(suppressed);
    }

    TriggerMemory withLow(LowAnswer answer) {
        return new TriggerMemory(
                latest(lowAnswers, answer, MAX_LOW_ANSWERS),
                questions,
                mildFrustration,
                ambiguousRequests,
                offer,
                coolDownUntil,
                suppressed);
    }

    TriggerMemory withoutLow() {
        return lowAnswers.isEmpty()
                ? this
                : new TriggerMemory(
                        List.of(), questions, mildFrustration, ambiguousRequests, offer, coolDownUntil, suppressed);
    }

    TriggerMemory heard(MessageSignals signals, int message, int customerMessage, Instant at) {
        QuestionPrint question = signals.question().orElse(null);
        List<QuestionPrint> nextQuestions =
                question == null ? questions : latest(questions, question.askedBy(message, at), MAX_QUESTIONS);
        List<Integer> nextMild = signals.frustration().strength() == Strength.WEAK
                ? latest(mildFrustration, customerMessage, MAX_MILD)
                : mildFrustration;
        int nextAmbiguous =
                signals.asksForHuman().strength() == Strength.WEAK ? ambiguousRequests + 1 : ambiguousRequests;
        if (nextQuestions == questions && nextMild == mildFrustration && nextAmbiguous == ambiguousRequests) {
            return this;
        }
        return new TriggerMemory(lowAnswers, nextQuestions, nextMild, nextAmbiguous, offer, coolDownUntil, suppressed);
    }

    TriggerMemory with(HumanOffer offer) {
        return new TriggerMemory(
                lowAnswers, questions, mildFrustration, ambiguousRequests, offer, coolDownUntil, suppressed);
    }

    TriggerMemory suppressing(List<EscalationReason> reasons) {
        List<String> codes = new ArrayList<>(suppressed);
        for (EscalationReason reason : reasons) {
            if (!codes.contains(reason.code()) && codes.size() < Escalation.MAX_REASONS) {
                codes.add(reason.code());
            }
        }
        return new TriggerMemory(List.of(), List.of(), List.of(), ambiguousRequests, offer, coolDownUntil, codes);
    }

    TriggerMemory handedBack(@Nullable Instant coolDownUntil) {
        return new TriggerMemory(List.of(), List.of(), List.of(), 0, offer, coolDownUntil, List.of());
    }

    @SuppressWarnings("unchecked") // the array holds nothing but the list's elements
    private static <T> List<T> latest(List<T> list, T next, int max) {
        if (list.isEmpty()) {
            return List.of(next);
        }
        int dropped = list.size() < max ? 0 : 1;
        Object[] latest = new Object[list.size() - dropped + 1];
        for (int i = dropped; i < list.size(); i++) {
            latest[i - dropped] = list.get(i);
        }
        latest[latest.length - 1] = next;
        return List.of((T[]) latest);
    }
}
