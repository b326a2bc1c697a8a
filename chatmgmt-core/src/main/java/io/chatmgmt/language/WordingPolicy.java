package io.chatmgmt.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The words of the texts that this library writes to customers. Immutable; templates are checked when the whole policy is
 * built.
 *
 * @param company what the support team is called in texts, {@code our team} by default
 * @param tone how customers are addressed where a language has more than one way, {@link Tone#FORMAL} by default
 * @param texts own templates by language tag and template key; what is missing falls back to the built-in ones
 */
public record WordingPolicy(String company, Tone tone, Map<String, Map<String, String>> texts) {

    /** What the team is called unless the host says otherwise; the built-in texts say it in their own language. */
    static final String DEFAULT_COMPANY = "our team";

    /** How customers are addressed. */
    public enum Tone {
        /** As strangers in business are. */
        FORMAL,
        /** As friends are. */
        FRIENDLY
    }

    /** Checks for nulls and copies. */
    public WordingPolicy {
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(tone, "tone");
        Map<String, Map<String, String>> copy = new HashMap<>();
        texts.forEach((language, templates) -> copy.put(language, Map.copyOf(templates)));
        texts = Map.copyOf(copy);
    }

    /**
     * The built-in texts.
     *
     * @return the default policy
     */
    public static WordingPolicy ofDefaults() {
        return new WordingPolicy(DEFAULT_COMPANY, Tone.FORMAL, Map.of());
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static WordingPolicyBuilder builder() {
        return ofDefaults().toBuilder();
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public WordingPolicyBuilder toBuilder() {
        return new WordingPolicyBuilder(this);
    }
}
