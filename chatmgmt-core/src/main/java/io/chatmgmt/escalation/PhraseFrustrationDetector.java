package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/** Hears frustration by words, emoji and the way they are written. Thread-safe. */
final class PhraseFrustrationDetector implements FrustrationDetector {

    private static final int WEAK = 1;
    private static final int STRONG = 2;

    static final List<String> SECTIONS = List.of("weak", "strong", "not");

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
        phrases = LexiconPhrases.load(Lexicon.Purpose.FRUSTRATION, languages, SECTIONS);
        negations = new Negations(languages);
    }

    @Override
    public Signal detect(ScannedText text, String language) {
        PhraseFinds finds = phrases.scan(text);
        if (finds.size() > 0) {
            keepHeard(finds, text, language);
        }
        boolean shouting = text.letters() >= SHOUTING_LETTERS && text.capitalShare() >= SHOUTING_SHARE;
        if (finds.size() == 0) {
            boolean marks = text.exclamations() + text.questions() >= EMPHATIC_MARKS;
            return shouting && marks
                    ? new Signal(WEAK_SHARE, Strength.WEAK, List.of(text.span(0, text.size() - 1)))
                    : Signal.NONE;
        }
        return signal(finds, text, shouting);
    }

    private void keepHeard(PhraseFinds finds, ScannedText text, String language) {
        int bit = LexiconPhrases.bit(language);
        int kept = 0;
        for (int find = 0; find < finds.size(); find++) {
            int first = finds.first(find);
            int last = finds.last(find);
            int payload = finds.payload(find);
            int section = LexiconPhrases.section(payload);
            if ((section == WEAK || section == STRONG)
                    && (text.emoji(first) || !LexiconPhrases.foreignWord(first, last, payload, bit))
                    && !text.quoted(first)
                    && !text.quoted(last)
                    && !negations.negated(text, first, last, language)) {
                finds.move(find, kept++);
            }
        }
        finds.truncate(kept);
    }

    private static Signal signal(PhraseFinds finds, ScannedText text, boolean shouting) {
        double doubt = 1;
        boolean strong = false;
        boolean emphasised = shouting;
        for (int find = 0; find < finds.size(); find++) {
            boolean strongFind = LexiconPhrases.section(finds.payload(find)) == STRONG;
            strong |= strongFind;
            doubt *= 1 - (strongFind ? STRONG_SHARE : WEAK_SHARE);
            emphasised |= text.shouted(finds.last(find));
        }
        if (emphasised) {
            doubt *= 1 - EMPHASIS_SHARE;
        }
        if (text.exclamations() >= EMPHATIC_MARKS) {
            doubt *= 1 - EMPHASIS_SHARE;
        }
        double score = 1 - doubt;
        Strength strength = strong || score >= STRONG_FROM ? Strength.STRONG : Strength.WEAK;
        return new Signal(score, strength, Spans.of(text, finds));
    }
}
