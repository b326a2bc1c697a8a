package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;

/**
 * Hears that a customer is frustrated. Implementations must be thread-safe, must not keep the text, and should answer
 * within microseconds.
 */
@FunctionalInterface
public interface FrustrationDetector {

    /**
     * Listens to one message.
     *
     * @param text the message; valid only during the call
     * @param language the language of the message as far as it is known, a BCP 47 tag, {@code und} when it is not
     * @return strong for "this is terrible", weak for "annoying", with the words that decided; a strength of none, without
     *     words, when nothing was heard
     */
    Signal detect(ScannedText text, String language);

    /**
     * The built-in detector for every language of {@link Lexicon#LANGUAGES}.
     *
     * @return a thread-safe detector
     */
    static FrustrationDetector ofDefaults() {
        return among(Lexicon.LANGUAGES);
    }

    /**
     * The built-in detector for some languages. Three things make the score: words and emoji of two strengths, none of them
     * within quotation marks or negated up to three words before, stronger with exclamation marks and capitals; how
     * pleasant or unpleasant all the words of the message are, in English; and weights that were learned from labelled
     * texts, for English and for 26 other languages. A text without any feeling scores about 0.3, a glad one less. From a
     * score of {@link Signal#OPERATING_POINT} on a message is displeased; it is clearly so with a strong word, or from 0.73
     * on without any phrase.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a thread-safe detector
     */
    static FrustrationDetector among(Collection<String> languages) {
        return new BuiltInFrustrationDetector(languages);
    }
}
