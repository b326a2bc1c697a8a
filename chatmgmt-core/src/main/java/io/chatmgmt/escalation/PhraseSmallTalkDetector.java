package io.chatmgmt.escalation;

import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/** Recognises small talk: messages made of nothing but its phrases. Thread-safe. */
final class PhraseSmallTalkDetector implements SmallTalkDetector {

    private static final List<String> SECTIONS =
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
        Tally tally = new Tally(text);
        phrases.scan(text, tally);
        return tally.kind();
    }

    private static final class Tally implements PhraseSet.Visitor {

        private final ScannedText text;
        private int covered;
        private int weightiest;

        Tally(ScannedText text) {
            this.text = text;
        }

        @Override
        public void found(int first, int last, int payload) {
            if (onlyEmoji(first)) {
                covered = last + 1;
                weightiest = Math.max(weightiest, LexiconPhrases.section(payload));
            }
        }

        /** Whether all tokens up to {@code end} are accounted for: an emoji more or less says nothing of its own. */
        private boolean onlyEmoji(int end) {
            while (covered < end && text.emoji(covered)) {
                covered++;
            }
            return covered >= end;
        }

        SmallTalk kind() {
            return onlyEmoji(text.size()) ? KINDS.get(weightiest) : SmallTalk.NONE;
        }
    }
}
