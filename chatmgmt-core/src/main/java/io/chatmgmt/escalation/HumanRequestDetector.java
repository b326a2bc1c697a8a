package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;

/**
 * Hears a customer ask for a person. Implementations must be thread-safe, must not keep the text, and should answer
 * within microseconds.
 */
@FunctionalInterface
public interface HumanRequestDetector {

    /**
     * Listens to one message.
     *
     * @param text the message; valid only during the call
     * @param language the language of the message as far as it is known, a BCP 47 tag, {@code und} when it is not
     * @return strong for a clear request, weak for an unclear one such as a bare "agent" or a mention of customer service,
     *     with the words that decided; a strength of none, without words, when nothing was heard
     */
    Signal detect(ScannedText text, String language);

    /**
     * The built-in detector for every language of {@link Lexicon#LANGUAGES}.
     *
     * @return a thread-safe detector
     */
    static HumanRequestDetector ofDefaults() {
        return among(Lexicon.LANGUAGES);
    }

    /**
     * The built-in detector for some languages. It goes by phrases first: as whole words, none of them within quotation
     * marks or declined up to three words before ("I don't want to …"). Where no phrase decides, weights do that were
     * learned from labelled messages. From a score of {@link Signal#OPERATING_POINT} on a message asks for a person; it
     * does so clearly from 0.8 on.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a thread-safe detector
     */
    static HumanRequestDetector among(Collection<String> languages) {
        return new BuiltInHumanRequestDetector(languages);
    }
}
