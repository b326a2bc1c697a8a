package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import java.util.Optional;

/** The customer is valued: a person at once, or after answers that would pass for others. */
final class CustomerValueTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.CUSTOMER_VALUE;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.conversation().customer().standing() != Customer.Standing.VIP) {
            return Optional.empty();
        }
        return switch (facts.policy().customerValue().vip()) {
            case REGULAR -> Optional.empty();
            case DIRECT ->
                facts.moment() == Moment.CUSTOMER_MESSAGE
                        ? Optional.of(EscalationReason.escalate(
                                code(), 1, Evidence.of("standing:vip", facts.message(), 1, 1)))
                        : Optional.empty();
            case EARLIER ->
                LowConfidenceStreak.of(facts)
                        .filter(streak -> streak.isComplete() && !streak.isLowForEverybody())
                        .map(streak -> streak.reason(code(), EscalationOutcome.ESCALATE));
        };
    }
}
