package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/** Hears frustration by words, emoji and the way they are written. Thread-safe. */
final class PhraseFrustrationDetector implements FrustrationDetector {

    private static final int WEAK = 1;
    private static final int STRONG = 2;

    private static final List<String> SECTIONS = List.of("weak", "strong", "not");

    /** Each find takes this share of the doubt that is left. */
    private static final double STRONG_SHARE = 0.85;

    private static final double WEAK_SHARE = 0.4;
    private static final double EMPHASIS_SHARE = 0.25;

    /** From this score on several weak finds together make a strong signal: three of them, or two with emphasis. */
    private static final double STRONG_FROM = 0.7;

    private static final int EMPHATIC_MARKS = 2;

    /** Capitals throughout are emphasis from this share and this many letters on; shorter texts may be an abbreviation. */
    private static final double SHOUTING_SHARE = 0.8;

    private static final int SHOUTING_LETTERS = 12;

    private final PhraseSet phrases;
    private final Negations negations;

    PhraseFrustrationDetector(Collection<String> languages) {
        List<String> known =
                languages.stream().filter(Lexicon.LANGUAGES::contains).toList();
        phrases = LexiconPhrases.load(Lexicon.Purpose.FRUSTRATION, known, SECTIONS);
        negations = new Negations(known);
    }

    @Override
    public Signal detect(ScannedText text, String language) {
        Tally tally = new Tally(text, negations, language);
        phrases.scan(text, tally);
        return tally.signal();
    }

    private static final class Tally implements PhraseSet.Visitor {

        private final ScannedText text;
        private final Negations negations;
        private final String language;
        private final int languageBit;
        private final SpanCollector evidence = new SpanCollector();
        private double doubt = 1;
        private boolean strong;
        private boolean shouted;

        Tally(ScannedText text, Negations negations, String language) {
            this.text = text;
            this.negations = negations;
            this.language = language;
            this.languageBit = LexiconPhrases.bit(language);
        }

        @Override
        public void found(int first, int last, int payload) {
            int section = LexiconPhrases.section(payload);
            boolean heard = section == WEAK || section == STRONG;
            if (!heard
                    || !text.emoji(first) && LexiconPhrases.foreignWord(first, last, payload, languageBit)
                    || text.quoted(first)
                    || text.quoted(last)
                    || negations.negated(text, first, last, language)) {
                return;
            }
            strong |= section == STRONG;
            doubt *= 1 - (section == STRONG ? STRONG_SHARE : WEAK_SHARE);
            shouted |= text.shouted(last);
            evidence.add(text, first, last);
        }

        Signal signal() {
            boolean shouting = text.letters() >= SHOUTING_LETTERS && text.capitalShare() >= SHOUTING_SHARE;
            boolean marks = text.exclamations() + text.questions() >= EMPHATIC_MARKS;
            if (evidence.spans().isEmpty()) {
                return shouting && marks
                        ? new Signal(WEAK_SHARE, Strength.WEAK, List.of(text.span(0, text.size() - 1)))
                        : Signal.NONE;
            }
            if (shouting || shouted) {
                doubt *= 1 - EMPHASIS_SHARE;
            }
            if (text.exclamations() >= EMPHATIC_MARKS) {
                doubt *= 1 - EMPHASIS_SHARE;
            }
            double score = 1 - doubt;
            Strength strength = strong || score >= STRONG_FROM ? Strength.STRONG : Strength.WEAK;
            return new Signal(score, strength, evidence.spans());
        }
    }
}
