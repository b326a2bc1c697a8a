package io.chatmgmt.language;

import java.util.Objects;

/**
 * Changes how the language of a conversation is found and kept. Ranges are checked when the whole policy is built. Not thread-safe.
 */
public final class LanguagePolicyBuilder {

    private String fallback;
    private double lockConfidence;
    private int switchAfter;
    private int switchLetters;
    private double switchConfidence;

    LanguagePolicyBuilder(LanguagePolicy start) {
        fallback = start.fallback();
        lockConfidence = start.lockConfidence();
        switchAfter = start.switchAfter();
        switchLetters = start.switchLetters();
        switchConfidence = start.switchConfidence();
    }

    /**
     * Sets the language that is assumed until another is known.
     *
     * @param fallback a BCP 47 tag, {@code en} by default
     * @return this
     */
    public LanguagePolicyBuilder fallback(String fallback) {
        this.fallback = Objects.requireNonNull(fallback, "fallback");
        return this;
    }

    /**
     * Sets from which confidence on a recognised language is locked.
     *
     * @param lockConfidence 0 to 1, 0.2 by default
     * @return this
     */
    public LanguagePolicyBuilder lockConfidence(double lockConfidence) {
        this.lockConfidence = lockConfidence;
        return this;
    }

    /**
     * Sets when the conversation follows the customer into another language.
     *
     * @param messages after how many customer messages in a row, at least 1; 2 by default
     * @param letters how many letters such a message needs, 0 or more; 20 by default
     * @param confidence how sure the detector must be of it, 0 to 1; 0.8 by default
     * @return this
     */
    public LanguagePolicyBuilder switching(int messages, int letters, double confidence) {
        switchAfter = messages;
        switchLetters = letters;
        switchConfidence = confidence;
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public LanguagePolicy build() {
        return new LanguagePolicy(fallback, lockConfidence, switchAfter, switchLetters, switchConfidence);
    }
}
