package io.chatmgmt.language;

import java.util.Objects;

/**
 * How the language of a conversation is found and kept. Immutable; ranges are checked when the whole policy is built.
 *
 * @param fallback the language that is assumed until another is known, a BCP 47 tag; {@code en} by default
 * @param lockConfidence from which confidence on a recognised language is locked, 0 to 1; 0.2 by default
 * @param switchAfter after how many customer messages in a row in another language the conversation follows; 2 by
 *     default
 * @param switchLetters how many letters such a message needs; 20 by default
 * @param switchConfidence how sure the detector must be of it, 0 to 1; 0.8 by default
 */
public record LanguagePolicy(
        String fallback, double lockConfidence, int switchAfter, int switchLetters, double switchConfidence) {

    /** Checks for nulls. */
    public LanguagePolicy {
        Objects.requireNonNull(fallback, "fallback");
    }

    /**
     * The defaults.
     *
     * @return the default policy
     */
    public static LanguagePolicy ofDefaults() {
        return new LanguagePolicy("en", 0.2, 2, 20, 0.8);
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static LanguagePolicyBuilder builder() {
        return ofDefaults().toBuilder();
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public LanguagePolicyBuilder toBuilder() {
        return new LanguagePolicyBuilder(this);
    }
}
