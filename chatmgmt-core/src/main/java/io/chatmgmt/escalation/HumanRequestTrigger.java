package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.HumanOffer;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.TriggerMemory;
import java.util.Optional;

/** The customer asks for a person: clearly, at once; by a bare word, after asking back; or by taking the offer. */
final class HumanRequestTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.HUMAN_REQUEST;
    }

    @Override
    public boolean isSoft() {
        return false;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.moment() != Moment.CUSTOMER_MESSAGE) {
            return Optional.empty();
        }
        TriggerMemory memory = facts.conversation().triggers();
        if (memory.offer() == HumanOffer.OPEN && facts.signals().smallTalk() == SmallTalk.AFFIRMATION) {
            return Optional.of(
                    EscalationReason.escalate(code(), 1, Evidence.of("offer_accepted", facts.message(), 1, 1)));
        }
        Signal signal = facts.signals().asksForHuman();
        return switch (signal.strength()) {
            case NONE -> Optional.empty();
            case STRONG -> Optional.of(EscalationReason.escalate(code(), signal.score(), evidence(facts, signal)));
            case WEAK ->
                Optional.of(
                        memory.ambiguousRequests() > 1
                                ? EscalationReason.escalate(
                                        code(),
                                        signal.score(),
                                        evidence(facts, signal),
                                        Evidence.of(
                                                "ambiguous_requests", facts.message(), memory.ambiguousRequests(), 2))
                                : EscalationReason.offer(code(), signal.score(), evidence(facts, signal)));
        };
    }

    private static Evidence evidence(EscalationFacts facts, Signal signal) {
        return new Evidence("asks_for_human", facts.message(), signal.score(), 0.5, signal.evidence());
    }
}
