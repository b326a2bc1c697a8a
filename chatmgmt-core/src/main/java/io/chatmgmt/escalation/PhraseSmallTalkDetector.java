package io.chatmgmt.escalation;

import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/** Recognises small talk: messages made of nothing but its phrases. Thread-safe. */
final class PhraseSmallTalkDetector implements SmallTalkDetector {

    static final List<String> SECTIONS =
            List.of("filler", "greeting", "acknowledgement", "closing", "affirmation", "refusal");

    /** What the payloads, which are places in {@link #SECTIONS} from 1, stand for. */
    private static final List<SmallTalk> KINDS = List.of(
            SmallTalk.NONE,
            SmallTalk.NONE,
            SmallTalk.GREETING,
            SmallTalk.ACKNOWLEDGEMENT,
            SmallTalk.CLOSING,
            SmallTalk.AFFIRMATION,
            SmallTalk.REFUSAL);

    /** A longer message is not looked at: it says something of its own. */
    private static final int MOST_TOKENS = 20;

    private final PhraseSet phrases;

    PhraseSmallTalkDetector(Collection<String> languages) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.SMALLTALK, languages, SECTIONS);
    }

    @Override
    public SmallTalk detect(ScannedText text, String language) {
        if (text.size() == 0 || text.size() > MOST_TOKENS) {
            return SmallTalk.NONE;
        }
        PhraseFinds finds = phrases.cover(text);
        int weightiest = 0;
        for (int find = 0; find < finds.size(); find++) {
            weightiest = Math.max(weightiest, LexiconPhrases.section(finds.payload(find)));
        }
        return KINDS.get(weightiest);
    }
}
