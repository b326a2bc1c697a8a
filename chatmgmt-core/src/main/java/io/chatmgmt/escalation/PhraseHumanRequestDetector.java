package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
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

    static final List<String> SECTIONS = List.of("bare", "weak", "short", "strong", "declined", "refused", "not");

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
        PhraseFinds finds = phrases.scan(text);
        return finds.size() == 0
                ? Signal.NONE
                : new Tally(text, finds).signal(LexiconPhrases.bit(language)); // most messages ask for nobody
    }

    /** Goes through the finds of one message and keeps those that speak for the strongest request so far. */
    private static final class Tally {

        private final ScannedText text;
        private final PhraseFinds finds;
        private int declinedFrom = -1;
        private int declinedTo = -1;
        private int declineWindow;
        private Strength strength = Strength.NONE;
        private int kept;

        Tally(ScannedText text, PhraseFinds finds) {
            this.text = text;
            this.finds = finds;
        }

        Signal signal(int language) {
            for (int find = 0; find < finds.size(); find++) {
                int first = finds.first(find);
                int last = finds.last(find);
                boolean foreign = LexiconPhrases.foreignWord(first, last, finds.payload(find), language);
                if (!foreign && !text.quoted(first) && !text.quoted(last)) {
                    listen(find, first, last);
                }
            }
            finds.truncate(kept);
            return switch (strength) {
                case NONE -> Signal.NONE;
                case WEAK -> new Signal(WEAK_SCORE, strength, Spans.of(text, finds));
                case STRONG -> new Signal(STRONG_SCORE, strength, Spans.of(text, finds));
            };
        }

        private void listen(int find, int first, int last) {
            switch (LexiconPhrases.section(finds.payload(find))) {
                case DECLINED -> decline(first, last, DECLINE_WINDOW);
                case REFUSED -> decline(first, last, 1);
                case STRONG -> heard(Strength.STRONG, find, first);
                case WEAK -> heard(Strength.WEAK, find, first);
                case SHORT -> {
                    if (words() <= SHORT_WORDS) {
                        heard(Strength.STRONG, find, first);
                    }
                }
                case BARE -> {
                    if (words() <= BARE_WORDS) {
                        heard(Strength.WEAK, find, first);
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

        private void heard(Strength request, int find, int first) {
            if (request.compareTo(strength) < 0 || declined(first)) {
                return;
            }
            kept = request == strength ? kept : 0; // a stronger request makes the weaker ones no evidence
            strength = request;
            finds.move(find, kept++);
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
    }
}
