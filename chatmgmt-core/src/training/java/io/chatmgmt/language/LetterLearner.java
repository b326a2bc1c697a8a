package io.chatmgmt.language;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits a {@link LetterTable} to words: logistic regression over their letter sequences, by stochastic gradient descent
 * with a step size of its own for each weight (AdaGrad). The heaviest weights are kept, then fitted again.
 */
final class LetterLearner {

    private static final long SEED = 20260102;
    private static final double STEP = 0.25;
    private static final double FIRST_SQUARES = 0.5;
    private static final int ROUNDS = 3;
    private static final int LAST_ROUNDS = 2;

    private static final float DROPPED = -1;

    /** A smaller error teaches nothing. */
    private static final float LEAST_ERROR = 3e-3f;

    /** Of eight texts, four are a word and two are a pair of words. */
    private static final int KINDS = 8;

    /** One message in so many of another language has English names in it. */
    private static final int WITH_ENGLISH = 4;

    /** One text in so many was typed without accents. */
    private static final int WITHOUT_ACCENTS = 12;

    private final List<WordSamples> samples;
    private final LetterPlan plan;
    private final int languages;
    private final int lanes;
    private final int english;
    private final float[] weights;

    /** The squares of each weight's errors so far, or {@link #DROPPED}. */
    private final float[] squares;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final char[] text = new char[512];
    private final int[] rows = new int[text.length * Sequences.PER_LETTER];
    private final float[] errors;
    private final int[] wrong;
    private int length;

    LetterLearner(List<WordSamples> samples, LetterPlan plan) {
        this.samples = samples;
        this.plan = plan;
        languages = samples.size();
        lanes = LetterTable.lanes(languages);
        english = KnownLanguages.BY_SCRIPT.get(plan.script()).indexOf("en");
        weights = new float[lanes << plan.bits()];
        squares = new float[weights.length];
        errors = new float[lanes];
        wrong = new int[lanes];
    }

    LetterTable learn() {
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("%s round %d: loss %.4f%n", plan.script(), round, round(plan.words()));
        }
        prune();
        for (int round = 0; round < LAST_ROUNDS; round++) {
            System.out.printf("%s pruned, round %d: loss %.4f%n", plan.script(), round, round(plan.words()));
        }
        byte[] quantised = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double units = Math.rint(weights[i] * LetterTable.SCALE);
            quantised[i] = (byte) Math.max(-LetterTable.HEAVIEST, Math.min(LetterTable.HEAVIEST, units));
        }
        return LetterTable.of(plan.bits(), lanes, quantised);
    }

    private double round(int texts) {
        double loss = 0;
        long count = (long) texts * languages;
        for (long i = 0; i < count; i++) {
            int language = random.nextInt(languages);
            compose(language);
            int sequences = Sequences.read(text, 1, length, plan.bits(), rows);
            loss += miss(sequences, language);
            correct(sequences);
        }
        return loss / count;
    }

    private void compose(int language) {
        WordSamples own = samples.get(language);
        int kind = random.nextInt(KINDS);
        text[0] = ' ';
        length = 1;
        if (kind < 6) {
            append(own.different());
            if (kind >= 4) {
                append(own.different());
            }
        } else {
            boolean names = english >= 0 && language != english && random.nextInt(WITH_ENGLISH) == 0;
            int words = 3 + random.nextInt(6);
            for (int i = 0; i < words; i++) {
                boolean name = names && i > 0 && random.nextInt(4) == 0;
                append(name ? samples.get(english).different() : own.running());
            }
        }
        if (plan.script() == Script.LATIN && random.nextInt(WITHOUT_ACCENTS) == 0) {
            dropAccents();
        }
    }

    private void append(List<String> words) {
        String word = words.get(random.nextInt(words.size()));
        word.getChars(0, word.length(), text, length);
        length += word.length();
        text[length++] = ' ';
    }

    private void dropAccents() {
        for (int i = 1; i < length; i++) {
            char plain = Characters.folded(Characters.of(text[i]));
            if (text[i] != ' ' && !Characters.expanded(plain)) {
                text[i] = plain;
            }
        }
    }

    /** Works out the errors of the languages' probabilities. */
    private double miss(int sequences, int language) {
        float[] sums = errors;
        float[] table = weights;
        Arrays.fill(sums, 0);
        for (int i = 0; i < sequences; i++) {
            int row = rows[i] * sums.length;
            for (int lane = 0; lane < sums.length; lane++) {
                sums[lane] += table[row + lane];
            }
        }
        float most = sums[0];
        for (int lane = 1; lane < languages; lane++) {
            most = Math.max(most, sums[lane]);
        }
        float sum = 0;
        for (int lane = 0; lane < languages; lane++) {
            sums[lane] = (float) StrictMath.exp(sums[lane] - most);
            sum += sums[lane];
        }
        for (int lane = 0; lane < languages; lane++) {
            sums[lane] /= sum;
        }
        double loss = -StrictMath.log(Math.max(1e-9, sums[language]));
        sums[language] -= 1;
        return loss;
    }

    private void correct(int sequences) {
        int count = 0;
        for (int lane = 0; lane < languages; lane++) {
            if (Math.abs(errors[lane]) >= LEAST_ERROR) {
                wrong[count++] = lane;
            }
        }
        for (int i = 0; i < sequences; i++) {
            int row = rows[i] * lanes;
            for (int k = 0; k < count; k++) {
                int weight = row + wrong[k];
                float error = errors[wrong[k]];
                float square = squares[weight];
                if (square >= 0) {
                    square += error * error;
                    squares[weight] = square;
                    weights[weight] -= (float) (STEP * error / Math.sqrt(square + FIRST_SQUARES));
                }
            }
        }
    }

    private void prune() {
        float[] sizes = new float[weights.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(weights[i]);
        }
        Arrays.sort(sizes);
        float least = sizes[sizes.length - (int) (plan.kept() * (languages << plan.bits()))];
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) < least) {
                weights[i] = 0;
                squares[i] = DROPPED;
            }
        }
    }
}
