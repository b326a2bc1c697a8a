package io.chatmgmt.escalation;

import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * When a person is needed: the part of the policy that the triggers follow. Immutable; ranges are checked when the whole
 * policy is built.
 *
 * @param lowConfidence when unsure answers call a person
 * @param repeatedQuestion when a question that comes back calls a person
 * @param frustration when a frustrated customer is offered a person
 * @param sensitiveTopics the topics that people handle, and where each goes
 * @param topicScore how sure the classifier must be of a topic, 0 to 1
 * @param complexTechnical when a technical matter is beyond the AI
 * @param failures how many AI turns in a row may fail before a person is called
 * @param customerValue how valued customers are treated
 * @param disabled the codes of triggers that are switched off
 * @param targets where the escalations of a trigger go, by its code; {@link EscalationTarget#DEFAULT} for others
 * @param mode whether calling a person silences the AI
 * @param invitationExpiry when an invitation that nobody takes ends
 * @param coolDown for how long after a hand-back soft triggers need twice the evidence
 * @param continuation how soon after a resolution a new message continues the old matter
 */
public record EscalationPolicy(
        LowConfidence lowConfidence,
        RepeatedQuestion repeatedQuestion,
        Frustration frustration,
        Map<String, EscalationTarget> sensitiveTopics,
        double topicScore,
        ComplexTechnical complexTechnical,
        int failures,
        CustomerValue customerValue,
        Set<String> disabled,
        Map<String, EscalationTarget> targets,
        HandoffMode mode,
        TimeLimit invitationExpiry,
        Duration coolDown,
        Duration continuation) {

    /**
     * When unsure answers call a person.
     *
     * @param threshold an answer below it is low, 0 to 1; 0.70 by default, 0.70 itself is not low
     * @param answers how many low answers in a row; 3 by default, at most 16
     */
    public record LowConfidence(double threshold, int answers) {}

    /**
     * When a question that comes back calls a person.
     *
     * @param times how often it must have been asked; 3 by default, at most 16
     * @param similarity from which Jaccard index on two questions count as the same, 0 to 1; 0.8 by default
     * @param nearness from which cosine of their meanings on they do, 0 to 1; 0.7 by default, 1 leaves it to the words
     * @param words how many content words both need for a comparison by similarity or nearness; 4 by default, shorter ones
     *     must be equal
     * @param resendWithin the same words again within this time are a resend, not a repeat; 5 s by default
     */
    public record RepeatedQuestion(int times, double similarity, double nearness, int words, Duration resendWithin) {

        /** Checks for nulls. */
        public RepeatedQuestion {
            Objects.requireNonNull(resendWithin, "resendWithin");
        }
    }

    /**
     * When a mildly frustrated customer is offered a person; a strongly frustrated one gets one at once.
     *
     * @param messages how many mildly frustrated messages; 2 by default, at most 8
     * @param within among how many customer messages; 3 by default
     */
    public record Frustration(int messages, int within) {}

    /**
     * When a technical matter is beyond the AI.
     *
     * @param topics the topics that are technical
     * @param turns from how many customer messages on; 6 by default
     * @param toolErrors from how many failed tool calls on; 2 by default
     * @param confidence below which trend of the confidence, 0 to 1; 0.8 by default
     */
    public record ComplexTechnical(Set<String> topics, int turns, int toolErrors, double confidence) {

        /** Copies the topics. */
        public ComplexTechnical {
            topics = Set.copyOf(topics);
        }
    }

    /**
     * How valued customers are treated.
     *
     * @param vip whether they get a person earlier or at once
     * @param margin how much higher the threshold for low confidence is for them, 0 to 1; 0.10 by default
     */
    public record CustomerValue(VipRoute vip, double margin) {

        /** Checks for nulls. */
        public CustomerValue {
            Objects.requireNonNull(vip, "vip");
        }
    }

    /** How valued customers reach a person. */
    public enum VipRoute {
        /** Like everybody. */
        REGULAR,
        /** With a higher threshold for low confidence. */
        EARLIER,
        /** With their first message. */
        DIRECT
    }

    /** Checks for nulls and copies. */
    public EscalationPolicy {
        Objects.requireNonNull(lowConfidence, "lowConfidence");
        Objects.requireNonNull(repeatedQuestion, "repeatedQuestion");
        Objects.requireNonNull(frustration, "frustration");
        sensitiveTopics = Map.copyOf(sensitiveTopics);
        Objects.requireNonNull(complexTechnical, "complexTechnical");
        Objects.requireNonNull(customerValue, "customerValue");
        disabled = Set.copyOf(disabled);
        targets = Map.copyOf(targets);
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(invitationExpiry, "invitationExpiry");
        Objects.requireNonNull(coolDown, "coolDown");
        Objects.requireNonNull(continuation, "continuation");
    }

    /**
     * The defaults of the product.
     *
     * @return the default policy
     */
    public static EscalationPolicy ofDefaults() {
        EscalationTarget billing = new EscalationTarget(Level.L2, "billing", Priority.HIGH);
        EscalationTarget general = new EscalationTarget(Level.L2, "general", Priority.HIGH);
        return new EscalationPolicy(
                new LowConfidence(0.70, 3),
                new RepeatedQuestion(3, 0.8, 0.7, 4, Duration.ofSeconds(5)),
                new Frustration(2, 3),
                Map.of(
                        "billing_dispute", billing,
                        "refund", billing,
                        "legal", general,
                        "security", new EscalationTarget(Level.L2, "technical", Priority.URGENT),
                        "complaint", general),
                0.6,
                new ComplexTechnical(Set.of("technical"), 6, 2, 0.8),
                2,
                new CustomerValue(VipRoute.EARLIER, 0.10),
                Set.of(),
                Map.of(
                        ReasonCode.COMPLEX_TECHNICAL, new EscalationTarget(Level.L2, "technical", Priority.NORMAL),
                        ReasonCode.CUSTOMER_VALUE, new EscalationTarget(Level.L1, "", Priority.HIGH),
                        ReasonCode.HUMAN_REQUEST, new EscalationTarget(Level.L1, "", Priority.HIGH)),
                HandoffMode.DIRECT,
                TimeLimit.of(Duration.ofHours(24)),
                Duration.ofMinutes(30),
                Duration.ofHours(24));
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static EscalationPolicyBuilder builder() {
        return ofDefaults().toBuilder();
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public EscalationPolicyBuilder toBuilder() {
        return new EscalationPolicyBuilder(this);
    }
}
