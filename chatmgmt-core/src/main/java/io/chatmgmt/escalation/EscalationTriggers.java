package io.chatmgmt.escalation;

import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The built-in escalation triggers, and short ways to write one's own. */
public final class EscalationTriggers {

    private static final List<EscalationTrigger> DEFAULTS = List.of(
            new HumanRequestTrigger(),
            new AiFailureTrigger(),
            new AiHandoffTrigger(),
            new SensitiveTopicTrigger(),
            new CustomerValueTrigger(),
            new ComplexTechnicalTrigger(),
            new FrustrationTrigger(),
            new RepeatedQuestionTrigger(),
            new LowConfidenceTrigger());

    private EscalationTriggers() {}

    /**
     * The built-in triggers in the order in which they are asked: requests first, then failures, hard rules and counters.
     *
     * @return an immutable list
     */
    public static List<EscalationTrigger> defaults() {
        return DEFAULTS;
    }

    /**
     * A trigger that calls a person when a condition holds.
     *
     * @param code the code that names it
     * @param condition decides from the facts alone; asked at every {@link Moment}
     * @return the trigger
     */
    public static EscalationTrigger when(String code, Predicate<EscalationFacts> condition) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(condition, "condition");
        return new EscalationTrigger() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Optional<EscalationReason> evaluate(EscalationFacts facts) {
                return condition.test(facts)
                        ? Optional.of(
                                EscalationReason.escalate(code, 1, Evidence.of("condition", facts.message(), 1, 1)))
                        : Optional.empty();
            }
        };
    }
}
