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

    /** A smaller error teaches nothing. */
    private static final float LEAST_ERROR = 1e-3f;

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
    private final float[] squares;
    private final boolean[] dropped;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final char[] text = new char[512];
    private final int[] rows = new int[text.length * Sequences.PER_LETTER];
    private final float[] errors;
    private int length;

    LetterLearner(List<WordSamples> samples, LetterPlan plan) {
        this.samples = samples;
        this.plan = plan;
        languages = samples.size();
        lanes = LetterTable.lanes(languages);
        english = KnownLanguages.BY_SCRIPT.get(plan.script()).indexOf("en");
        weights = new float[lanes << plan.bits()];
        squares = new float[weights.length];
        dropped = new boolean[weights.length];
        errors = new float[lanes];
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
            quantised[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, units));
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
        Arrays.fill(errors, 0);
        for (int i = 0; i < sequences; i++) {
            int row = rows[i] * lanes;
            for (int lane = 0; lane < errors.length; lane++) {
                errors[lane] += weights[row + lane];
            }
        }
        float most = errors[0];
        for (int lane = 1; lane < languages; lane++) {
            most = Math.max(most, errors[lane]);
        }
        float sum = 0;
        for (int lane = 0; lane < languages; lane++) {
            errors[lane] = (float) StrictMath.exp(errors[lane] - most);
            sum += errors[lane];
        }
        for (int lane = 0; lane < languages; lane++) {
            errors[lane] /= sum;
        }
        double loss = -StrictMath.log(Math.max(1e-9, errors[language]));
        errors[language] -= 1;
        return loss;
    }

    private void correct(int sequences) {
        for (int lane = 0; lane < languages; lane++) {
            float error = errors[lane];
            if (Math.abs(error) < LEAST_ERROR) {
                continue;
            }
            for (int i = 0; i < sequences; i++) {
                int weight = rows[i] * lanes + lane;
                if (!dropped[weight]) {
                    squares[weight] += error * error;
                    weights[weight] -= (float) (STEP * error / Math.sqrt(squares[weight] + FIRST_SQUARES));
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
            dropped[i] = Math.abs(weights[i]) < least;
            weights[i] = dropped[i] ? 0 : weights[i];
        }
    }
}
