package io.chatmgmt.language;

import io.chatmgmt.conversation.LanguageGuess;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Script first; several languages of one script by their letter sequences. Thread-safe. */
final class BuiltInLanguageDetector implements LanguageDetector {

    /** Fewer letters of a script that several languages share say nothing at all. */
    private static final int FEWEST_LETTERS = 3;

    /** Fewer letters of a script that several languages share may be a name (behaviour 2.L, after Intercom Fin). */
    private static final int ENOUGH_LETTERS = 10;

    /** What keeps the confidence in so short a text below what locks a language. */
    private static final double TOO_SHORT = 0.19;

    /**
     * Latin letters in a text of another script are mostly names, so it takes this many of them to outvote one of the
     * others.
     */
    private static final int LETTER_WEIGHT = 3;

    /** The same for a Chinese or Japanese character, which says about as much as a short word. */
    private static final int IDEOGRAPH_WEIGHT = 6;

    /** Several allowed languages write this script and nothing else tells them apart. */
    private static final double SHARED_SCRIPT = 0.3;

    /** How far the likelier of two neighbours begins ahead. */
    private static final int IN_DOUBT = (int) (2 * LetterTable.SCALE);

    private static final Script[] SCRIPTS = Script.values();

    /** The allowed languages of each script as the host calls them. */
    private final String[][] allowed = new String[SCRIPTS.length][];

    /** Where they stand among the known languages of the script. */
    private final int[][] lanes = new int[SCRIPTS.length][];

    /** What each of the known languages of the script begins with. */
    private final int[][] starts = new int[SCRIPTS.length][LetterTable.MOST_LANES];

    BuiltInLanguageDetector(Collection<String> languages) {
        Map<String, String> answers = new HashMap<>();
        for (String tag : languages) {
            String language = withoutRegion(tag);
            answers.putIfAbsent(KnownLanguages.canonical(language), language);
        }
        for (Script script : SCRIPTS) {
            List<String> known = KnownLanguages.BY_SCRIPT.getOrDefault(script, List.of());
            String[] tags = new String[known.size()];
            int[] among = new int[known.size()];
            int size = 0;
            for (int lane = 0; lane < among.length; lane++) {
                String tag = answers.get(known.get(lane));
                if (tag != null) {
                    tags[size] = tag;
                    among[size++] = lane;
                }
            }
            allowed[script.ordinal()] = Arrays.copyOf(tags, size);
            lanes[script.ordinal()] = Arrays.copyOf(among, size);
        }
        if (answers.containsKey("hr")) {
            handicap(Script.LATIN, "sr"); // which has Cyrillic letters too
        }
        if (answers.containsKey("ru")) {
            handicap(Script.CYRILLIC, "kk"); // whose writers mix it with Russian
        }
    }

    private void handicap(Script script, String language) {
        int[] start = starts[script.ordinal()];
        Arrays.fill(start, IN_DOUBT);
        start[KnownLanguages.BY_SCRIPT.getOrDefault(script, List.of()).indexOf(language)] = 0;
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
            return byScript(text, Script.LATIN);
        }
        if (text.letters(Script.KANA) > 0 && languages(Script.KANA).length > 0) {
            int japanese = text.letters(Script.KANA) + text.letters(Script.HAN);
            if (weight(Script.KANA, japanese) >= weightOfOthers(text, Script.KANA, Script.HAN)) {
                return guess(languages(Script.KANA)[0], share(text, Script.KANA, japanese), total);
            }
        }
        Script script = dominant(text);
        return script == Script.HAN ? ideographs(text) : byScript(text, script);
    }

    private Optional<LanguageGuess> byScript(ScannedText text, Script script) {
        String[] candidates = languages(script);
        int count = text.letters(script);
        boolean shared = script == Script.LATIN || candidates.length > 1;
        if (candidates.length == 0 || shared && count < FEWEST_LETTERS) {
            return Optional.empty();
        }
        double share = share(text, script, count);
        if (!shared) {
            return guess(candidates[0], share, text.letters);
        }
        if (!LetterModels.cover(script)) {
            return guess(candidates[0], SHARED_SCRIPT * share, text.letters);
        }
        int[] among = lanes[script.ordinal()];
        int best = LetterModels.of(script).best(text, script, among, starts[script.ordinal()]);
        double confidence = share * text.letterSums.sureness();
        return guess(candidates[best], count < ENOUGH_LETTERS ? TOO_SHORT * confidence : confidence, text.letters);
    }

    /** No kana: Chinese, and the surer the longer, since Japanese does without kana in short words only. */
    private Optional<LanguageGuess> ideographs(ScannedText text) {
        String[] candidates = languages(Script.HAN);
        if (candidates.length == 0) {
            return Optional.empty();
        }
        int count = text.letters(Script.HAN);
        double share = share(text, Script.HAN, count);
        double sureness = candidates.length == 1 ? 1 : Math.min(1, count / 5.0);
        return guess(candidates[0], share * sureness, text.letters);
    }

    private String[] languages(Script script) {
        return allowed[script.ordinal()];
    }

    private static int weight(Script script, int letters) {
        return switch (script) {
            case LATIN -> letters;
            case HAN, KANA -> IDEOGRAPH_WEIGHT * letters;
            default -> LETTER_WEIGHT * letters;
        };
    }

    private static int weightOfOthers(ScannedText text, Script one, Script two) {
        int sum = 0;
        for (Script script : SCRIPTS) {
            sum += script == one || script == two ? 0 : weight(script, text.letters(script));
        }
        return sum;
    }

    private static Script dominant(ScannedText text) {
        Script best = Script.LATIN;
        int most = text.letters(Script.LATIN);
        for (Script script : SCRIPTS) {
            int weight = weight(script, text.letters(script));
            if (weight > most) {
                best = script;
                most = weight;
            }
        }
        return best;
    }

    /** The weight of the language's own letters among that of all. */
    private static double share(ScannedText text, Script script, int own) {
        int foreign = text.letters - own;
        if (foreign == 0) {
            return 1;
        }
        int weight = weight(script, own);
        return (double) weight / (weight + foreign);
    }

    private static Optional<LanguageGuess> guess(String tag, double confidence, int letters) {
        return Optional.of(new LanguageGuess(tag, confidence, letters));
    }
}
