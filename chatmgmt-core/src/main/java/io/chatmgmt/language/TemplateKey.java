package io.chatmgmt.language;

import java.util.Set;

/** The texts that this library writes to customers, and the variables that their templates may use. */
public enum TemplateKey {
    /** A person is called. */
    ESCALATION("company", "customer.name", "wait"),
    /** A person is called because the customer asked for one. */
    ESCALATION_REQUESTED("company", "customer.name", "wait"),
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
