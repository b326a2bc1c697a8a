package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.List;

/**
 * Hears frustration by three things together: words and emoji of its lexicons and the way they are written, how unpleasant all the
 * words are, and weights that were learned from labelled texts. Thread-safe.
 */
final class BuiltInFrustrationDetector implements FrustrationDetector {

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

    /** How much each of them counts, after a logistic regression on texts that the weights had not seen. */
    private static final double BASE = -0.2;

    private static final double UNPLEASANT = 1.8;
    private static final double DISPLEASED = 0.5;
    private static final double ANNOYED = 0.1;
    private static final double PHRASES = 1.5;

    /** Flattens the score, which else would tell little apart at its ends. */
    private static final double STEEPNESS = 0.7;

    /** A strong word puts the score at least here, and from here on a score is as clear as a strong word. */
    private static final double CLEAR = 0.8;

    /** What is left of the score when every phrase is negated, quoted or only looks like frustration: "not terrible". */
    private static final double AGAINST = 0.45;

    private final PhraseSet phrases;
    private final Negations negations;
    private final Valence valence = Valence.ofDefaults();
    private final GramModel learned;

    BuiltInFrustrationDetector(Collection<String> languages) {
        this(languages, LearnedWeights.ofDefaults());
    }

    BuiltInFrustrationDetector(Collection<String> languages, GramModel learned) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.FRUSTRATION, languages, SECTIONS);
        negations = new Negations(languages);
        this.learned = learned;
    }

    @Override
    public Signal detect(ScannedText text, String language) {
        if (text.size() == 0) {
            return Signal.NONE;
        }
        PhraseFinds finds = phrases.scan(text);
        int found = finds.size();
        if (found > 0) {
            keepHeard(finds, text, language);
        }
        double phrased = phrases(finds, text);
        double sum = BASE
                - UNPLEASANT * (inEnglish(language) ? valence.of(text, negations, language) : 0)
                + DISPLEASED * learned.score(text, LearnedWeights.DISPLEASED)
                + ANNOYED * learned.score(text, LearnedWeights.ANNOYED)
                + PHRASES * phrased;
        double score = Math.max(Surety.of(STEEPNESS * sum), phrased >= STRONG_FROM ? CLEAR : 0);
        if (phrased == 0 && found > 0) {
            return Surety.unheard(AGAINST * score);
        }
        if (phrased == 0 && score < Signal.OPERATING_POINT) {
            return Surety.unheard(score); // most messages are not about feelings
        }
        boolean strong = phrased >= STRONG_FROM || phrased == 0 && score >= CLEAR;
        return new Signal(Surety.rounded(score), strong ? Strength.STRONG : Strength.WEAK, evidence(finds, text));
    }

    /** The German "die" is no death. */
    private static boolean inEnglish(String language) {
        return language.equals("en") || language.equals(Ear.UNDETERMINED);
    }

    private List<Span> evidence(PhraseFinds finds, ScannedText text) {
        if (finds.size() > 0) {
            return Spans.of(text, finds);
        }
        List<Span> words = learned.evidence(text, LearnedWeights.DISPLEASED, Signal.MAX_EVIDENCE);
        return words.isEmpty() ? List.of(text.span(0, text.size() - 1)) : words;
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

    /** How strong the phrases and the way they are written are, 0 for a text without any. */
    private static double phrases(PhraseFinds finds, ScannedText text) {
        boolean shouting = text.letters() >= SHOUTING_LETTERS && text.capitalShare() >= SHOUTING_SHARE;
        if (finds.size() == 0) {
            boolean marks = text.exclamations() + text.questions() >= EMPHATIC_MARKS;
            return shouting && marks ? WEAK_SHARE : 0;
        }
        double doubt = 1;
        boolean emphasised = shouting;
        for (int find = 0; find < finds.size(); find++) {
            boolean strong = LexiconPhrases.section(finds.payload(find)) == STRONG;
            doubt *= 1 - (strong ? STRONG_SHARE : WEAK_SHARE);
            emphasised |= text.shouted(finds.last(find));
        }
        if (emphasised) {
            doubt *= 1 - EMPHASIS_SHARE;
        }
        if (text.exclamations() >= EMPHATIC_MARKS) {
            doubt *= 1 - EMPHASIS_SHARE;
        }
        return 1 - doubt;
    }
}
