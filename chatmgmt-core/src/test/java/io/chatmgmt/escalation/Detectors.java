package io.chatmgmt.escalation;

import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.GramTraining;
import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;

/** The built-in detectors, for those who train and measure them. */
public final class Detectors {

    /** The lane of requests for a person. */
    public static final int HUMAN = LearnedWeights.HUMAN;

    /** The lane of displeasure with anything. */
    public static final int DISPLEASED = LearnedWeights.DISPLEASED;

    private static final PhraseSet REQUESTS =
            LexiconPhrases.load(Lexicon.Purpose.HUMAN, Lexicon.LANGUAGES, BuiltInHumanRequestDetector.SECTIONS);
    private static final BuiltInFrustrationDetector FRUSTRATION = new BuiltInFrustrationDetector(
            Lexicon.LANGUAGES, new LearnedWeights(new GramTraining().learn(GramTraining.ALL), DISPLEASED));
    private static final LanguageDetector LANGUAGES = LanguageDetector.ofDefaults();
    private static final TextScanner SCANNER = new TextScanner();

    private Detectors() {}

    /** Whether a text holds a phrase that asks for a person clearly. */
    public static boolean asksClearlyByPhrases(String text) {
        PhraseFinds finds = REQUESTS.scan(SCANNER.scan(text));
        for (int find = 0; find < finds.size(); find++) {
            if (LexiconPhrases.section(finds.payload(find)) == BuiltInHumanRequestDetector.STRONG) {
                return true;
            }
        }
        return false;
    }

    /** What the detector of frustration weighs of a text beside its words. */
    public static double[] frustrationTraits(String text) {
        ScannedText scanned = SCANNER.scan(text);
        return FRUSTRATION.traits(scanned, language(scanned));
    }

    /** The language that an ear reads a text in when nothing is known of the conversation. */
    public static String language(ScannedText text) {
        return LANGUAGES
                .detect(text)
                .filter(guess -> guess.confidence() >= Ear.SURE)
                .map(LanguageGuess::tag)
                .orElse(Ear.UNDETERMINED);
    }

    /** The detector of frustration with other weights for English than the library's. */
    public static FrustrationDetector frustration(GramModel learned) {
        return new BuiltInFrustrationDetector(Lexicon.LANGUAGES, new LearnedWeights(learned, DISPLEASED));
    }

    /** The detector of requests for a person with other weights than the library's. */
    public static HumanRequestDetector humanRequests(GramModel learned) {
        return new BuiltInHumanRequestDetector(Lexicon.LANGUAGES, new LearnedWeights(learned, HUMAN));
    }
}
