package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import java.util.Optional;

/** The AI itself asks for a person. */
final class AiHandoffTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.AI_HANDOFF;
    }

    @Override
    public boolean isSoft() {
        return false;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        return facts.moment() == Moment.AI_ANSWER && facts.action() == AiAction.HANDOFF
                ? Optional.of(EscalationReason.escalate(code(), 1, Evidence.of("ai_action", facts.message(), 1, 1)))
                : Optional.empty();
    }
}
