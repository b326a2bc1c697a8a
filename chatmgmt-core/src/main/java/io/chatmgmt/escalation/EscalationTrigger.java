package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationReason;
import java.util.Optional;

/**
 * One reason for which a person may be needed. Implementations decide from the facts alone, have no side effects, and are
 * thread-safe: the same facts always give the same verdict.
 *
 * <pre>{@code
 * EscalationTrigger enterprise = EscalationTriggers.when("ENTERPRISE_PLAN", facts ->
 *         facts.moment() == Moment.CUSTOMER_MESSAGE && "enterprise".equals(facts.attribute("plan")));
 * }</pre>
 */
public interface EscalationTrigger {

    /**
     * The code that names the trigger in reasons, policies and reports.
     *
     * @return the same non-blank code at every call, at most 128 characters
     */
    String code();

    /**
     * Whether a person is needed. A reason with the outcome {@code NONE} is a near miss: it is kept in the journal and
     * changes nothing.
     *
     * @param facts what has just happened, and what is known of the conversation
     * @return the reason with its evidence; empty when the trigger has nothing to say
     */
    Optional<EscalationReason> evaluate(EscalationFacts facts);

    /**
     * Whether the trigger has to bring twice the evidence within the cool-down after a hand-back. A clear request for a
     * person and a failing AI do not; by default a trigger does.
     *
     * @return true for triggers that may be wrong
     */
    default boolean isSoft() {
        return true;
    }
}
