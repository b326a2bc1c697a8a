package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.LowAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unbroken run of low answers that an answer has just prolonged.
 *
 * @param answers the low answers, the latest last
 * @param length how many make it complete
 * @param threshold what is low for everybody
 * @param customerThreshold what is low for this customer
 */
record LowConfidenceStreak(List<LowAnswer> answers, int length, double threshold, double customerThreshold) {

    /** The streak after an answer; empty when the answer was not low. */
    static Optional<LowConfidenceStreak> of(EscalationFacts facts) {
        List<LowAnswer> answers = facts.conversation().triggers().lowAnswers();
        if (facts.moment() != Moment.AI_ANSWER
                || answers.isEmpty()
                || answers.get(answers.size() - 1).message() != facts.message()) {
            return Optional.empty();
        }
        EscalationPolicy policy = facts.policy();
        AiSettings settings = facts.conversation().ai().settings();
        return Optional.of(new LowConfidenceStreak(
                answers,
                policy.lowConfidence().answers(),
                LowConfidenceThreshold.forEverybody(policy, settings),
                LowConfidenceThreshold.of(
                        policy, settings, facts.conversation().customer().standing())));
    }

    boolean isComplete() {
        return answers.size() >= length;
    }

    boolean isHalfComplete() {
        return answers.size() * 2 >= length;
    }

    boolean isLowForEverybody() {
        for (LowAnswer answer : latest()) {
            if (answer.confidence() >= threshold) {
                return false;
            }
        }
        return true;
    }

    EscalationReason reason(String code, EscalationOutcome outcome) {
        List<Evidence> evidence = new ArrayList<>();
        double sum = 0;
        for (LowAnswer answer : latest()) {
            evidence.add(Evidence.of("confidence", answer.message(), answer.confidence(), customerThreshold));
            sum += answer.confidence();
        }
        return new EscalationReason(code, outcome, 1 - sum / evidence.size(), evidence);
    }

    private List<LowAnswer> latest() {
        return answers.size() > length ? answers.subList(answers.size() - length, answers.size()) : answers;
    }
}
