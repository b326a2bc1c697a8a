package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Customer;

/** Below which confidence an answer is low: the policy's number, unless a person set one, and higher for the valued. */
public final class LowConfidenceThreshold {

    private LowConfidenceThreshold() {}

    /**
     * What is low for a customer.
     *
     * @param policy the policy that holds
     * @param settings what a person changed for the conversation
     * @param standing how the host values the customer
     * @return 0 to 1
     */
    public static double of(EscalationPolicy policy, AiSettings settings, Customer.Standing standing) {
        double threshold = forEverybody(policy, settings);
        return standing == Customer.Standing.VIP && policy.customerValue().vip() == EscalationPolicy.VipRoute.EARLIER
                ? Math.min(1, threshold + policy.customerValue().margin())
                : threshold;
    }

    static double forEverybody(EscalationPolicy policy, AiSettings settings) {
        Double own = settings.threshold();
        return own == null ? policy.lowConfidence().threshold() : own;
    }
}
