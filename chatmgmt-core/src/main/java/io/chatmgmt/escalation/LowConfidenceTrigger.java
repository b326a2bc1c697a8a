package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.ReasonCode;
import java.util.Optional;

/** Several answers in a row were unsure. */
final class LowConfidenceTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.LOW_CONFIDENCE_STREAK;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        LowConfidenceStreak streak = LowConfidenceStreak.of(facts).orElse(null);
        if (streak == null) {
            return Optional.empty();
        }
        if (streak.isComplete()) {
            return streak.isLowForEverybody()
                    ? Optional.of(streak.reason(code(), EscalationOutcome.ESCALATE))
                    : Optional.empty();
        }
        return streak.isHalfComplete() ? Optional.of(streak.reason(code(), EscalationOutcome.NONE)) : Optional.empty();
    }
}
