package io.chatmgmt.escalation;

import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;

/**
 * Recognises messages that only greet, take note, accept, turn down or say goodbye. Implementations must be thread-safe,
 * must not keep the text, and should answer within microseconds.
 */
@FunctionalInterface
public interface SmallTalkDetector {

    /**
     * Looks at one message.
     *
     * @param text the message; valid only during the call
     * @param language the language of the message as far as it is known, a BCP 47 tag, {@code und} when it is not
     * @return {@link SmallTalk#NONE} for a message that says anything of its own
     */
    SmallTalk detect(ScannedText text, String language);

    /**
     * The built-in detector for every language of {@link Lexicon#LANGUAGES}.
     *
     * @return a thread-safe detector
     */
    static SmallTalkDetector ofDefaults() {
        return among(Lexicon.LANGUAGES);
    }

    /**
     * The built-in detector for some languages: every word of the message must belong to a known phrase. Of several
     * phrases the weightiest counts: a refusal before an acceptance, then a goodbye, an acknowledgement, a greeting.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a thread-safe detector
     */
    static SmallTalkDetector among(Collection<String> languages) {
        return new PhraseSmallTalkDetector(languages);
    }
}
