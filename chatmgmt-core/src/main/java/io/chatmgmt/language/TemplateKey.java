package io.chatmgmt.language;

import java.util.Set;

/**
 * The texts that this library writes to customers, and the variables that their templates may use. In the texts for those
 * who wait, {@code queue.position} is the place in line, 1 for the next one; {@code wait.p50} and {@code wait.p90} are the
 * minutes that half of those in this place, and nine of ten, wait at most, rounded up, at least 1; {@code wait} is a
 * sentence that says it. While nobody is there to come, there is no figure: a template without a default for it gives way
 * to the next one.
 */
public enum TemplateKey {
    /** A person is called. */
    ESCALATION("company", "customer.name", "wait", "queue.position", "wait.p50", "wait.p90"),
    /** A person is called because the customer asked for one. */
    ESCALATION_REQUESTED("company", "customer.name", "wait", "queue.position", "wait.p50", "wait.p90"),
    /** How long it takes, inside another text: less than two minutes. */
    WAIT_UNDER_2("company"),
    /** How long it takes, inside another text: two to five minutes. */
    WAIT_2_TO_5("company"),
    /** How long it takes, inside another text: five to ten minutes. */
    WAIT_5_TO_10("company"),
    /** How long it takes, inside another text: ten to fifteen minutes. */
    WAIT_10_TO_15("company"),
    /** How long it takes, inside another text: fifteen to thirty minutes. */
    WAIT_15_TO_30("company"),
    /** How long it takes, inside another text: more than half an hour. */
    WAIT_OVER_30("company"),
    /** A person is needed, but nobody can come now. */
    NOBODY_AVAILABLE("company", "customer.name"),
    /** A person is needed, nobody can come now, and people will come back to it. */
    CALL_BACK("company", "customer.name"),
    /** The customer writes while waiting for a person. */
    HOLDING("company", "customer.name", "wait", "queue.position", "wait.p50", "wait.p90"),
    /** The customer is asked whether a person should take over. */
    OFFER_HUMAN("company", "customer.name"),
    /** A person has taken over. */
    INTRODUCTION("company", "customer.name", "agent.name", "topic"),
    /** The AI failed. */
    FALLBACK("company", "customer.name"),
    /** The AI's answer was not good enough to send. */
    FALLBACK_DISCARDED("company", "customer.name"),
    /** A held answer of the AI ran out of time. */
    FALLBACK_EXPIRED("company", "customer.name"),
    /** A person corrects an answer that was sent; the correction itself is the variable. */
    CORRECTION("company", "customer.name", "text"),
    /** The customer is asked for a rating. */
    SURVEY("company", "customer.name"),
    /** The AI answers again. */
    HAND_BACK("company", "customer.name", "agent.name");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> variables;

    TemplateKey(String... variables) {
        this.variables = Set.of(variables);
    }

    /**
     * The variables that a template of this text may use.
     *
     * @return their names
     */
    public Set<String> variables() {
        return variables;
    }
}
