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
 * Hears frustration by weights that were learned from labelled texts, for their words and for a few traits: how unpleasant
 * all the words are, the phrases of the lexicons, and the way they are written. Phrases decide how strong it is. Thread-safe.
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

    /** The traits that the weights were learned with, by their numbers. */
    static final int TRAITS = 7;

    private static final int MOST_STRONG = 2;
    private static final int MOST_WEAK = 3;
    private static final int MOST_MARKS = 4;

    /** Flattens the score above the operating point, where it else would tell little apart. */
    private static final double STEEPNESS = 0.35;

    /** Below it the score is steepest at this sum, where a text without any feeling lies, so that it tells glad ones apart. */
    private static final double CALM = -2;

    private static final double CALM_STEEPNESS = 2.0 / 3;
    private static final double CALM_SURETY = Surety.of(-CALM_STEEPNESS * CALM);

    /** From here on a score is as clear as a strong word, which puts it at the operating point at least. */
    private static final double CLEAR = 0.73;

    /** The most that is left when every phrase is negated, quoted or only looks like frustration: "not terrible". */
    private static final double AGAINST = 0.45;

    /** In a longer text than this, that one phrase does not mean it says nothing of the rest. */
    private static final int FEW_WORDS = 8;

    private final PhraseSet phrases;
    private final Negations negations;
    private final Valence valence = Valence.ofDefaults();
    private final LearnedWeights english;

    BuiltInFrustrationDetector(Collection<String> languages) {
        this(languages, LearnedWeights.displeasure());
    }

    BuiltInFrustrationDetector(Collection<String> languages, LearnedWeights english) {
        phrases = LexiconPhrases.load(Lexicon.Purpose.FRUSTRATION, languages, SECTIONS);
        negations = new Negations(languages);
        this.english = english;
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
        LearnedWeights learned = inEnglish(language) ? english : LearnedWeights.displeasureInOtherLanguages();
        double sum = learned.score(text);
        for (int trait = 0; trait < TRAITS; trait++) {
            sum += learned.trait(trait, trait(trait, text, language, finds, found));
        }
        double score = Math.max(score(sum), phrased >= STRONG_FROM ? Signal.OPERATING_POINT : 0);
        if (phrased == 0 && found > 0 && text.size() <= FEW_WORDS) {
            return Surety.unheard(Math.min(AGAINST, score));
        }
        if (phrased == 0 && score < Signal.OPERATING_POINT) {
            return Surety.unheard(score); // most messages are not about feelings
        }
        boolean strong = phrased >= STRONG_FROM || phrased == 0 && score >= CLEAR;
        return new Signal(
                Surety.rounded(score), strong ? Strength.STRONG : Strength.WEAK, evidence(finds, text, learned));
    }

    /** From 0 to 1, the operating point for a sum of 0. */
    private static double score(double sum) {
        return sum < 0
                ? Signal.OPERATING_POINT * Surety.of(CALM_STEEPNESS * (sum - CALM)) / CALM_SURETY
                : Surety.of(STEEPNESS * sum);
    }

    /** The traits of a text, to learn from. */
    double[] traits(ScannedText text, String language) {
        PhraseFinds finds = phrases.scan(text);
        int found = finds.size();
        keepHeard(finds, text, language);
        double[] traits = new double[TRAITS];
        for (int trait = 0; trait < TRAITS; trait++) {
            traits[trait] = trait(trait, text, language, finds, found);
        }
        return traits;
    }

    /** One trait, so that no array is needed for all of them. */
    private double trait(int trait, ScannedText text, String language, PhraseFinds finds, int found) {
        return switch (trait) {
            case 0 -> inEnglish(language) ? valence.of(text, negations, language) : 0;
            case 1 -> Math.min(MOST_STRONG, count(finds, STRONG));
            case 2 -> Math.min(MOST_WEAK, count(finds, WEAK));
            case 3 -> Math.min(MOST_STRONG, found - finds.size());
            case 4 -> shouting(text) ? 1 : 0;
            case 5 -> finds.size() == 0 ? 0 : Math.min(MOST_MARKS, text.exclamations()) / (double) MOST_STRONG;
            case 6 -> Math.min(MOST_MARKS, text.questions()) / (double) MOST_STRONG;
            default -> throw new IllegalArgumentException("no trait " + trait);
        };
    }

    private static int count(PhraseFinds finds, int section) {
        int count = 0;
        for (int find = 0; find < finds.size(); find++) {
            count += LexiconPhrases.section(finds.payload(find)) == section ? 1 : 0;
        }
        return count;
    }

    private static boolean shouting(ScannedText text) {
        return text.letters() >= SHOUTING_LETTERS && text.capitalShare() >= SHOUTING_SHARE;
    }

    /** The German "die" is no death. */
    private static boolean inEnglish(String language) {
        return language.equals("en") || language.equals(Ear.UNDETERMINED);
    }

    private static List<Span> evidence(PhraseFinds finds, ScannedText text, LearnedWeights learned) {
        if (finds.size() > 0) {
            return Spans.of(text, finds);
        }
        List<Span> words = learned.evidence(text);
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
        boolean shouting = shouting(text);
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
