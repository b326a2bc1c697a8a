package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/**
 * Hears requests for a person by phrases, which decide where they are clear, and by learned weights, which decide where no
 * phrase does. Thread-safe.
 */
final class BuiltInHumanRequestDetector implements HumanRequestDetector {

    private static final int BARE = 1;
    private static final int WEAK = 2;
    /** "Real person" is a request when little else is said; in a longer message it may be about anyone. */
    private static final int SHORT = 3;

    static final int STRONG = 4;
    /** "I don't want to": declines a request that begins up to {@link #DECLINE_WINDOW} words later. */
    private static final int DECLINED = 5;

    /** "Don't": declines only the request that follows at once ("why don't you …" is a request). */
    private static final int REFUSED = 6;

    static final List<String> SECTIONS = List.of("bare", "weak", "short", "strong", "declined", "refused", "not");

    private static final int DECLINE_WINDOW = 3;

    /** A bare "agent" asks for one only when little else is said. */
    private static final int BARE_WORDS = 3;

    private static final int SHORT_WORDS = 5;

    /** A phrase puts the score at least here; what was learned adds to it. */
    private static final double STRONG_SCORE = 0.8;

    private static final double BARE_SCORE = 0.5;
    private static final double WEAK_SCORE = 0.3;

    /** How much what was learned adds at most. */
    private static final double LEARNED_SHARE = 0.2;

    /** The most that is left of what was learned when a phrase says that nobody is asked for: "are you human?". */
    private static final double AGAINST = 0.4;

    /** From this score on what was learned is as clear as a phrase; below, it is ambiguous. */
    private static final double CLEAR = 0.8;

    /** The most that is believed of what no word can be named for. */
    private static final double UNEXPLAINED = 0.4;

    private final PhraseSet phrases;
    private final LearnedWeights learned;

    BuiltInHumanRequestDetector(Collection<String> languages) {
        this(languages, LearnedWeights.humanRequests());
    }

    BuiltInHumanRequestDetector(Collection<String> languages, LearnedWeights learned) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.HUMAN, languages, SECTIONS);
        this.learned = learned;
    }

    @Override
    public Signal detect(ScannedText text, String language) {
        if (text.size() == 0) {
            return Signal.NONE;
        }
        PhraseFinds finds = phrases.scan(text);
        double learnt = Surety.of(learned.score(text));
        if (finds.size() == 0) {
            return learned(text, learnt); // most messages ask for nobody
        }
        Tally tally = new Tally(text, finds);
        tally.listen(LexiconPhrases.bit(language));
        double surety = tally.against ? AGAINST * learnt : learnt;
        return switch (tally.request) {
            case NONE -> learned(text, surety);
            case WEAK ->
                surety >= Signal.OPERATING_POINT
                        ? learned(text, surety)
                        : tally.signal(WEAK_SCORE, surety, Strength.WEAK);
            case BARE -> tally.signal(BARE_SCORE, surety, Strength.WEAK);
            case STRONG -> tally.signal(STRONG_SCORE, surety, Strength.STRONG);
        };
    }

    private Signal learned(ScannedText text, double surety) {
        if (surety < Signal.OPERATING_POINT) {
            return Surety.unheard(surety);
        }
        List<Span> evidence = learned.evidence(text);
        if (evidence.isEmpty()) {
            return Surety.unheard(UNEXPLAINED); // no word of it speaks for a request
        }
        return new Signal(Surety.rounded(surety), surety >= CLEAR ? Strength.STRONG : Strength.WEAK, evidence);
    }

    /** What the phrases of a message amount to. */
    private enum Request {
        NONE,
        /** Customer service is mentioned in a longer message. */
        WEAK,
        /** Next to nothing but "agent" or "customer service" is said. */
        BARE,
        STRONG
    }

    /** Goes through the finds of one message and keeps those that speak for the strongest request so far. */
    private static final class Tally {

        private final ScannedText text;
        private final PhraseFinds finds;
        private int declinedFrom = -1;
        private int declinedTo = -1;
        private int declineWindow;
        /** Where an expression ends that only looks like a request: what begins within it is none either. */
        private int looksAlikeTo = -1;

        private Request request = Request.NONE;
        private int kept;
        /** Whether a phrase said that nobody is asked for. */
        private boolean against;

        Tally(ScannedText text, PhraseFinds finds) {
            this.text = text;
            this.finds = finds;
        }

        void listen(int language) {
            for (int find = 0; find < finds.size(); find++) {
                int first = finds.first(find);
                int last = finds.last(find);
                boolean foreign = LexiconPhrases.foreignWord(first, last, finds.payload(find), language);
                if (!foreign && !text.quoted(first) && !text.quoted(last)) {
                    listen(find, first, last);
                }
            }
            finds.truncate(kept);
        }

        Signal signal(double score, double surety, Strength strength) {
            return new Signal(Surety.rounded(score + LEARNED_SHARE * surety), strength, Spans.of(text, finds));
        }

        private void listen(int find, int first, int last) {
            switch (LexiconPhrases.section(finds.payload(find))) {
                case DECLINED -> decline(first, last, DECLINE_WINDOW);
                case REFUSED -> decline(first, last, 1);
                case STRONG -> heard(Request.STRONG, find, first);
                case WEAK -> heard(words() <= BARE_WORDS ? Request.BARE : Request.WEAK, find, first);
                case SHORT -> {
                    if (words() <= SHORT_WORDS) {
                        heard(Request.STRONG, find, first);
                    }
                }
                case BARE -> {
                    if (words() <= BARE_WORDS) {
                        heard(Request.BARE, find, first);
                    }
                }
                default -> {
                    against = true; // an expression that only looks like a request
                    looksAlikeTo = last;
                }
            }
        }

        private void decline(int first, int last, int window) {
            declinedFrom = first;
            declinedTo = last;
            declineWindow = window;
        }

        private void heard(Request heard, int find, int first) {
            if (declined(first)) {
                against = true;
                return;
            }
            if (first <= looksAlikeTo || heard.compareTo(request) < 0) {
                return;
            }
            kept = heard == request ? kept : 0; // a stronger request makes the weaker ones no evidence
            request = heard;
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
