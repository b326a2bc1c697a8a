package io.chatmgmt.language;

import io.chatmgmt.conversation.LanguageGuess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Script first; Latin text by the letters and words of its language. Thread-safe. */
final class BuiltInLanguageDetector implements LanguageDetector {

    /** Fewer letters of a script that several languages share say nothing (behaviour 2.L, after Intercom Fin). */
    private static final int FEWEST_LETTERS = 10;

    /** A Chinese character says about as much as a short word, so Latin brand names do not outvote it. */
    private static final int IDEOGRAPH_WEIGHT = 3;

    /** Several allowed languages write this script and nothing else tells them apart. */
    private static final double SHARED_SCRIPT = 0.3;

    private static final Script[] SCRIPTS = Script.values();

    private final Map<Script, List<String>> allowed = new EnumMap<>(Script.class);
    private final LetterModel letters;

    BuiltInLanguageDetector(List<String> languages) {
        Set<String> tags = new HashSet<>();
        for (String language : languages) {
            tags.add(withoutRegion(language));
        }
        for (Map.Entry<Script, List<String>> known : KnownLanguages.BY_SCRIPT.entrySet()) {
            allowed.put(known.getKey(), among(tags, known.getValue()));
        }
        letters = LetterModel.of(among(tags, KnownLanguages.LATIN));
    }

    private static List<String> among(Set<String> tags, List<String> known) {
        List<String> both = new ArrayList<>(known);
        both.retainAll(tags);
        return both;
    }

    private static String withoutRegion(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    @Override
    public Optional<LanguageGuess> detect(ScannedText text) {
        int total = text.letters;
        if (total == 0) {
            return Optional.empty();
        }
        if (text.letters(Script.LATIN) == total) {
            return latin(text, total);
        }
        if (text.letters(Script.KANA) > 0 && !languages(Script.KANA).isEmpty()) {
            int japanese = text.letters(Script.KANA) + text.letters(Script.HAN);
            if (IDEOGRAPH_WEIGHT * japanese >= total - japanese) {
                return guess("ja", share(text, japanese), total);
            }
        }
        Script script = dominant(text);
        return script == Script.LATIN
                ? latin(text, text.letters(Script.LATIN))
                : byScript(text, script, languages(script));
    }

    private Optional<LanguageGuess> latin(ScannedText text, int count) {
        return count < FEWEST_LETTERS ? Optional.empty() : letters.guess(text, count);
    }

    private Optional<LanguageGuess> byScript(ScannedText text, Script script, List<String> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        double share = share(text, text.letters(script));
        if (script == Script.HAN && candidates.size() > 1) {
            // no kana: Chinese, and the surer the longer, since Japanese does without kana in short words only
            return guess("zh", share * Math.min(1, text.letters(script) / 5.0), text.letters);
        }
        if (candidates.size() > 1) {
            boolean enough = text.letters(script) >= FEWEST_LETTERS;
            return enough ? guess(candidates.get(0), share * SHARED_SCRIPT, text.letters) : Optional.empty();
        }
        return guess(candidates.get(0), share, text.letters);
    }

    private List<String> languages(Script script) {
        return allowed.getOrDefault(script, List.of());
    }

    private static int weight(ScannedText text, Script script) {
        return text.letters(script) * (script == Script.HAN ? IDEOGRAPH_WEIGHT : 1);
    }

    private static Script dominant(ScannedText text) {
        Script best = Script.LATIN;
        for (Script script : SCRIPTS) {
            if (weight(text, script) > weight(text, best)) {
                best = script;
            }
        }
        return best;
    }

    /** The share of the letters that are the language's, ideographs weighed like short words. */
    private static double share(ScannedText text, int own) {
        int foreign = text.letters - own;
        boolean ideographs = text.letters(Script.HAN) + text.letters(Script.KANA) > 0;
        int weighed = own * (ideographs ? IDEOGRAPH_WEIGHT : 1);
        return (double) weighed / (weighed + foreign);
    }

    private static Optional<LanguageGuess> guess(String tag, double confidence, int letters) {
        return Optional.of(new LanguageGuess(tag, confidence, letters));
    }
}
