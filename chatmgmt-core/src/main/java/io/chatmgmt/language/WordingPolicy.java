package io.chatmgmt.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The words of the texts that this library writes to customers. Immutable; templates are checked when the whole policy is
 * built.
 *
 * @param company what the support team is called in texts, {@code our team} by default
 * @param texts own templates by language tag and template key; what is missing falls back to the built-in ones
 */
public record WordingPolicy(String company, Map<String, Map<String, String>> texts) {

    /** Checks for nulls and copies. */
    public WordingPolicy {
        Objects.requireNonNull(company, "company");
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
        return new WordingPolicy("our team", Map.of());
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
