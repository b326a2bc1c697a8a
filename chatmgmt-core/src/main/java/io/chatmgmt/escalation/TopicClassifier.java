package io.chatmgmt.escalation;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what a message is about. Implementations must be thread-safe, must not keep the text, and should answer within
 * microseconds.
 */
@FunctionalInterface
public interface TopicClassifier {

    /**
     * Looks at one message.
     *
     * @param text the message; valid only during the call
     * @param language the language of the message as far as it is known, a BCP 47 tag, {@code und} when it is not
     * @return the topic with its score and the words that decided; empty when the message is about nothing known
     */
    Optional<TopicGuess> classify(ScannedText text, String language);

    /**
     * This classifier, and another for the messages about which this one says nothing: a host's own topics first, then the
     * built-in ones.
     *
     * @param other whom to ask then
     * @return both together
     */
    default TopicClassifier or(TopicClassifier other) {
        Objects.requireNonNull(other, "other");
        return (text, language) -> {
            Optional<TopicGuess> guess = classify(text, language);
            return guess.isPresent() ? guess : other.classify(text, language);
        };
    }

    /**
     * The built-in classifier for every language of {@link Lexicon#LANGUAGES}.
     *
     * @return a thread-safe classifier
     */
    static TopicClassifier ofDefaults() {
        return among(Lexicon.LANGUAGES);
    }

    /**
     * The built-in classifier for some languages. It answers {@code billing_dispute}, {@code refund}, {@code legal},
     * {@code security}, {@code complaint}, {@code billing}, {@code technical}, {@code account} and {@code sales}; a clear
     * phrase scores 0.75 alone, a mere hint 0.5, a second topic takes away from both. A clear phrase of the first five, the
     * sensitive ones, decides whatever else a message is about.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a thread-safe classifier
     */
    static TopicClassifier among(Collection<String> languages) {
        return new PhraseTopicClassifier(languages);
    }
}
