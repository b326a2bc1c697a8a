package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customer asks the same question again and again. */
final class RepeatedQuestionTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.REPEATED_QUESTION;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.moment() != Moment.CUSTOMER_MESSAGE
                || facts.signals().question().isEmpty()) {
            return Optional.empty();
        }
        List<QuestionPrint> questions = facts.conversation().triggers().questions();
        EscalationPolicy.RepeatedQuestion rule = facts.policy().repeatedQuestion();
        QuestionPrint latest = questions.get(questions.size() - 1);
        int times = 0;
        for (int i = 0; i < questions.size(); i++) {
            if (SameQuestion.isSame(questions.get(i), latest, rule)) {
                times++;
            }
        }
        if (times * 2 < rule.times()) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>(times);
        for (QuestionPrint question : questions) {
            if (SameQuestion.isSame(question, latest, rule)) {
                evidence.add(SameQuestion.evidence(question, latest, rule));
            }
        }
        return Optional.of(new EscalationReason(
                code(),
                times >= rule.times() ? EscalationOutcome.ESCALATE : EscalationOutcome.NONE,
                Math.min(1, (double) times / rule.times()),
                evidence));
    }
}
