package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A technical matter drags on, the AI's tools fail, it gets unsure, or it says that it does not know. */
final class ComplexTechnicalTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.COMPLEX_TECHNICAL;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.moment() == Moment.AI_ANSWER && facts.action() == AiAction.DOES_NOT_KNOW) {
            return Optional.of(
                    EscalationReason.escalate(code(), 1, Evidence.of("ai_does_not_know", facts.message(), 1, 1)));
        }
        EscalationPolicy.ComplexTechnical rule = facts.policy().complexTechnical();
        if (facts.moment() == Moment.AI_FAILURE || !rule.topics().contains(facts.topic())) {
            return Optional.empty();
        }
        Evidence evidence = evidence(facts, rule);
        return evidence == null ? Optional.empty() : Optional.of(EscalationReason.escalate(code(), 1, evidence));
    }

    private static @Nullable Evidence evidence(EscalationFacts facts, EscalationPolicy.ComplexTechnical rule) {
        int message = facts.message();
        if (facts.moment() == Moment.CUSTOMER_MESSAGE) {
            int turns = facts.customerMessages();
            return turns >= rule.turns() ? Evidence.of("customer_turns", message, turns, rule.turns()) : null;
        }
        int errors = facts.conversation().ai().toolErrors();
        if (errors >= rule.toolErrors()) {
            return Evidence.of("tool_errors", message, errors, rule.toolErrors());
        }
        double trend = facts.conversation().confidence().trendWith(facts.confidence());
        return trend < rule.confidence() ? Evidence.of("confidence_trend", message, trend, rule.confidence()) : null;
    }
}
