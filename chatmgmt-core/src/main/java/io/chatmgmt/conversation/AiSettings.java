package io.chatmgmt.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a person changed about the AI for one conversation; it ends with the episode. Immutable. Null stands for "as the
 * policy says".
 *
 * @param posture how freely the AI may answer
 * @param threshold below which confidence an answer is low, 0 to 1, and from which on it is not: for the streak that calls
 *     a person, and for the gate, which holds and flags what is low. The journal and the figures go on naming the band of
 *     the policy, so that they can be compared
 * @param language the language that the AI is to answer in, a BCP 47 tag
 * @param knowledgeBase the knowledge base that the host's AI is to use
 * @param turnLimit how many answers the AI may still give in the episode, 1 or more
 */
public record AiSettings(
        @Nullable Posture posture,
        @Nullable Double threshold,
        @Nullable String language,
        @Nullable String knowledgeBase,
        @Nullable Integer turnLimit) {

    /** Everything as the policy says. */
    public static final AiSettings OF_POLICY = new AiSettings(null, null, null, null, null);

    /** Checks the ranges. */
    public AiSettings {
        if (threshold != null) {
            Bounds.share(threshold, "threshold");
        }
        if (language != null) {
            Bounds.identifier(language, "language");
        }
        if (turnLimit != null) {
            Bounds.positive(turnLimit, "turnLimit");
        }
    }

    /**
     * The same settings with another posture.
     *
     * @param posture the posture
     * @return a copy
     */
    public AiSettings with(Posture posture) {
        return new AiSettings(posture, threshold, language, knowledgeBase, turnLimit);
    }
}
