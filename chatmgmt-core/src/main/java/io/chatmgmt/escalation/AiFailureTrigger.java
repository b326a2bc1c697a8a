package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import java.util.List;
import java.util.Optional;

/** The AI failed several times in a row, or for good. */
final class AiFailureTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.AI_FAILURE;
    }

    @Override
    public boolean isSoft() {
        return false;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.moment() != Moment.AI_FAILURE) {
            return Optional.empty();
        }
        int failures = facts.conversation().ai().failures();
        int limit = facts.policy().failures();
        if (facts.failure().filter(AiFailure.FATAL::equals).isPresent()) {
            return Optional.of(EscalationReason.escalate(code(), 1, Evidence.of("fatal_failure", 0, 1, 1)));
        }
        Evidence evidence = Evidence.of("failures_in_a_row", 0, failures, limit);
        if (failures >= limit) {
            return Optional.of(EscalationReason.escalate(code(), 1, evidence));
        }
        return failures * 2 >= limit
                ? Optional.of(new EscalationReason(
                        code(), EscalationOutcome.NONE, (double) failures / limit, List.of(evidence)))
                : Optional.empty();
    }
}
