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
     * @return strong for "this is terrible", weak for "annoying", with the words that decided; {@link Signal#NONE} when
     *     nothing was heard
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
     * The built-in detector for some languages: words and emoji of two strengths, none of them within quotation marks or
     * negated up to three words before; exclamation marks and capitals make them stronger.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a thread-safe detector
     */
    static FrustrationDetector among(Collection<String> languages) {
        return new PhraseFrustrationDetector(languages);
    }
}
