package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import java.util.List;
import java.util.Optional;

/** The customer is frustrated: strongly, or mildly more than once. */
final class FrustrationTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.FRUSTRATION;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        Signal signal = facts.signals().frustration();
        if (facts.moment() != Moment.CUSTOMER_MESSAGE || !signal.heard()) {
            return Optional.empty();
        }
        Evidence heard = new Evidence("frustration", facts.message(), signal.score(), 0.5, signal.evidence());
        if (signal.strength() == Strength.STRONG) {
            return Optional.of(EscalationReason.escalate(code(), signal.score(), heard));
        }
        EscalationPolicy.Frustration rule = facts.policy().frustration();
        int mild = 0;
        for (int message : facts.conversation().triggers().mildFrustration()) {
            if (message > facts.customerMessages() - rule.within()) {
                mild++;
            }
        }
        Evidence count = Evidence.of("mild_frustration", facts.message(), mild, rule.messages());
        if (mild >= rule.messages()) {
            return Optional.of(EscalationReason.offer(code(), signal.score(), heard, count));
        }
        return mild * 2 >= rule.messages()
                ? Optional.of(
                        new EscalationReason(code(), EscalationOutcome.NONE, signal.score(), List.of(heard, count)))
                : Optional.empty();
    }
}
