package io.chatmgmt.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Changes the words of the texts that this library writes to customers. Ranges are checked when the whole policy is built. Not thread-safe.
 */
public final class WordingPolicyBuilder {

    private String company;
    private WordingPolicy.Tone tone;
    private final Map<String, Map<String, String>> texts;

    WordingPolicyBuilder(WordingPolicy start) {
        company = start.company();
        tone = start.tone();
        texts = new HashMap<>(start.texts());
    }

    /**
     * Sets what the support team is called in texts.
     *
     * @param company not blank, {@code our team} by default
     * @return this
     */
    public WordingPolicyBuilder company(String company) {
        this.company = Objects.requireNonNull(company, "company");
        return this;
    }

    /**
     * Sets how customers are addressed where a language has more than one way.
     *
     * @param tone {@link WordingPolicy.Tone#FORMAL} by default
     * @return this
     */
    public WordingPolicyBuilder tone(WordingPolicy.Tone tone) {
        this.tone = Objects.requireNonNull(tone, "tone");
        return this;
    }

    /**
     * Replaces one built-in text in one language.
     *
     * @param language the BCP 47 tag
     * @param key the template's key
     * @param template the words
     * @return this
     */
    public WordingPolicyBuilder text(String language, String key, String template) {
        Map<String, String> templates = new HashMap<>(texts.getOrDefault(language, Map.of()));
        templates.put(key, template);
        texts.put(Objects.requireNonNull(language, "language"), templates);
        return this;
    }

    /**
     * Goes back to the built-in texts.
     *
     * @return this
     */
    public WordingPolicyBuilder withoutTexts() {
        texts.clear();
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public WordingPolicy build() {
        return new WordingPolicy(company, tone, texts);
    }
}
