package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/** Hears requests for a person by phrases. Thread-safe. */
final class PhraseHumanRequestDetector implements HumanRequestDetector {

    private static final int BARE = 1;
    private static final int WEAK = 2;
    /** "Real person" is a request when little else is said; in a longer message it may be about anyone. */
    private static final int SHORT = 3;

    private static final int STRONG = 4;
    /** "I don't want to": declines a request that begins up to {@link #DECLINE_WINDOW} words later. */
    private static final int DECLINED = 5;

    /** "Don't": declines only the request that follows at once ("why don't you …" is a request). */
    private static final int REFUSED = 6;

    private static final List<String> SECTIONS =
            List.of("bare", "weak", "short", "strong", "declined", "refused", "not");

    private static final int DECLINE_WINDOW = 3;

    /** A bare "agent" asks for one only when little else is said. */
    private static final int BARE_WORDS = 3;

    private static final int SHORT_WORDS = 5;

    private static final double STRONG_SCORE = 0.95;
    private static final double WEAK_SCORE = 0.4;

    private final PhraseSet phrases;

    PhraseHumanRequestDetector(Collection<String> languages) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.HUMAN, languages, SECTIONS);
    }

    @Override
    public Signal detect(ScannedText text, String language) {
        Tally tally = new Tally(text, LexiconPhrases.bit(language));
        phrases.scan(text, tally);
        return tally.signal();
    }

    private static final class Tally implements PhraseSet.Visitor {

        private final ScannedText text;
        private final int language;
        private int declinedFrom = -1;
        private int declinedTo = -1;
        private int declineWindow;
        private Strength strength = Strength.NONE;
        private final SpanCollector evidence = new SpanCollector();
        private final SpanCollector weakEvidence = new SpanCollector();

        Tally(ScannedText text, int language) {
            this.text = text;
            this.language = language;
        }

        @Override
        public void found(int first, int last, int payload) {
            if (text.quoted(first) || text.quoted(last) || LexiconPhrases.foreignWord(first, last, payload, language)) {
                return;
            }
            switch (LexiconPhrases.section(payload)) {
                case DECLINED -> decline(first, last, DECLINE_WINDOW);
                case REFUSED -> decline(first, last, 1);
                case STRONG -> strong(first, last);
                case WEAK -> weak(first, last);
                case SHORT -> {
                    if (words() <= SHORT_WORDS) {
                        strong(first, last);
                    }
                }
                case BARE -> {
                    if (words() <= BARE_WORDS) {
                        weak(first, last);
                    }
                }
                default -> {} // an expression that only looks like a request
            }
        }

        private void decline(int first, int last, int window) {
            declinedFrom = first;
            declinedTo = last;
            declineWindow = window;
        }

        private void strong(int first, int last) {
            if (!declined(first)) {
                strength = Strength.STRONG;
                evidence.add(text, first, last);
            }
        }

        private void weak(int first, int last) {
            if (!declined(first)) {
                strength = strength == Strength.STRONG ? strength : Strength.WEAK;
                weakEvidence.add(text, first, last);
            }
        }

        private boolean declined(int first) {
            if (declinedFrom < 0 || first <= declinedFrom || first - declinedTo > declineWindow) {
                return false;
            }
            for (int token = declinedTo + 1; token <= first; token++) {
                if (text.startsClause(token)) {
                    return false;
                }
            }
            return true;
        }

        /** The length of the message in words; about two ideographs make one. */
        private int words() {
            int halves = 0;
            for (int token = 0; token < text.size() && halves <= 2 * SHORT_WORDS; token++) {
                halves += text.emoji(token) ? 0 : text.ideograph(token) ? 1 : 2;
            }
            return (halves + 1) / 2;
        }

        Signal signal() {
            return switch (strength) {
                case NONE -> Signal.NONE;
                case WEAK -> new Signal(WEAK_SCORE, strength, weakEvidence.spans());
                case STRONG -> new Signal(STRONG_SCORE, strength, evidence.spans());
            };
        }
    }
}
