package io.chatmgmt.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a {@link LetterModel} from the word lists that come with the library; deterministic. */
final class LetterModelTraining {

    /** Function words make up about half of a running text, the other list the rest. */
    private static final int FUNCTION_WEIGHT = 3;

    /** What an unseen sequence counts; smaller values trust the short lists too much. */
    private static final double SMOOTHING = 0.25;

    /** What a function word adds beyond its letters, in natural-logarithm steps. */
    private static final double WORD_BONUS = 2.5;

    private static final int MOST_WEIGHT = 255;

    private final List<String> tags;
    private final int[][] counts;
    private final int[] totals;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Set<Integer>> speakers = new HashMap<>();
    private final TextScanner scanner = new TextScanner();
    private long[] wordWeights;

    LetterModelTraining(List<String> tags) {
        this.tags = tags;
        counts = new int[tags.size()][Sequences.COUNT];
        totals = new int[tags.size()];
        wordWeights = new long[LetterModel.WIDTH * 64];
    }

    LetterModel model() {
        for (int language = 0; language < tags.size(); language++) {
            Lexicon lexicon = Lexicon.builtIn(Lexicon.Purpose.WORDS, tags.get(language));
            for (String section : lexicon.sections()) {
                boolean common = section.equals("common");
                for (String word : lexicon.phrases(section)) {
                    count(language, word, common ? 1 : FUNCTION_WEIGHT);
                    if (!common) {
                        addWord(language, word);
                    }
                }
            }
        }
        PhraseSet.Builder words = PhraseSet.builder();
        rows.forEach(words::add);
        return new LetterModel(tags, sequences(), words.build(), wordWeights);
    }

    private void count(int language, String word, int weight) {
        ScannedText text = scanner.scan(word);
        int before = Sequences.mix(' ', ' ');
        char last = ' ';
        for (int i = 1; i < text.streamLength; i++) {
            char c = text.stream[i];
            int mixed = Sequences.mix(last, c);
            counts[language][Sequences.pair(mixed)] += weight;
            counts[language][Sequences.triple(before, c)] += weight;
            totals[language] += weight;
            before = mixed;
            last = c;
        }
    }

    private void addWord(int language, String word) {
        ScannedText text = scanner.scan(word);
        for (int token = 0; token < text.size(); token++) {
            String folded = text.folded(token);
            if (speakers.computeIfAbsent(folded, key -> new HashSet<>()).add(language)) {
                int row = rows.computeIfAbsent(folded, key -> rows.size() + 1);
                if ((row + 1) * LetterModel.WIDTH > wordWeights.length) {
                    wordWeights = Arrays.copyOf(wordWeights, 2 * wordWeights.length);
                }
                LetterModel.addWeight(wordWeights, row, language, (int) (WORD_BONUS * LetterModel.SCALE));
            }
        }
    }

    private long[] sequences() {
        long[] weights = new long[Sequences.COUNT * LetterModel.WIDTH];
        double[] likelihoods = new double[tags.size()];
        for (int sequence = 0; sequence < Sequences.COUNT; sequence++) {
            double least = Double.MAX_VALUE;
            for (int language = 0; language < tags.size(); language++) {
                double count = counts[language][sequence] + SMOOTHING;
                likelihoods[language] = Math.log(count / (totals[language] + SMOOTHING * Sequences.COUNT));
                least = Math.min(least, likelihoods[language]);
            }
            for (int language = 0; language < tags.size(); language++) {
                int weight = (int) Math.round((likelihoods[language] - least) * LetterModel.SCALE);
                LetterModel.addWeight(weights, sequence, language, Math.min(weight, MOST_WEIGHT));
            }
        }
        return weights;
    }
}
