package io.chatmgmt.language;

import io.chatmgmt.conversation.LanguageGuess;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the language of one message. Which language the conversation is held in is decided elsewhere, over several
 * messages; a detector only says what it sees.
 *
 * <p>Implementations must be thread-safe, must not keep the text, and should answer within microseconds: they are asked
 * for every message.
 */
@FunctionalInterface
public interface LanguageDetector {

    /**
     * Looks at one message.
     *
     * @param text the message; valid only during the call
     * @return the best guess among the languages that the detector may answer, with the distance to the second-best as
     *     its confidence; empty when there is too little to go by, such as "ok", a link or an emoji
     */
    Optional<LanguageGuess> detect(ScannedText text);

    /**
     * The built-in detector for every language that it knows: 41 that it was tried on, in Latin, Cyrillic, Arabic and
     * Devanagari script and in scripts of their own, and a few more that their scripts give away.
     *
     * @return a thread-safe detector
     */
    static LanguageDetector ofDefaults() {
        return among(KnownLanguages.ALL);
    }

    /**
     * The built-in detector, limited to the given languages: the fewer, the surer it is. It goes by the script first, then
     * by the letter sequences of the words. In less than 10 letters of a script that several of the languages share, its
     * confidence stays below 0.2, since that may be a name; less than 3 tell nothing.
     *
     * @param languages BCP 47 tags; a region is ignored; those that the detector does not know are never answered
     * @return a thread-safe detector
     */
    static LanguageDetector among(Collection<String> languages) {
        return new BuiltInLanguageDetector(List.copyOf(languages));
    }
}
