package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a {@link GramModel} from labelled texts: logistic regression for each lane by AdaGrad. The same texts in the same order
 * give the same model.
 */
public final class GramTraining {

    /** No fold is left out. */
    public static final int ALL = -1;

    private static final int ROWS = 1 << Grams.BITS;
    private static final long SEED = 7;
    private static final double RATE = 0.4;

    private final TextScanner scanner = new TextScanner();
    private final List<Example> examples = new ArrayList<>();

    /** A text as rows, with a target within 0..1 and a weight for each lane. */
    private record Example(char[] rows, int fold, float[] targets, float[] weights) {

        float share() {
            return (float) (1 / Math.sqrt(rows.length + 1.0));
        }
    }

    /**
     * How a lane is learned.
     *
     * @param epochs how often all texts are gone through
     * @param decay how strongly weights are drawn to 0
     */
    public record Lane(int epochs, double decay) {}

    /**
     * Adds a text.
     *
     * @param text the text
     * @param fold the part of the texts that it belongs to
     * @param targets what each lane is to say, 0 to 1
     * @param weights how much it matters to each lane, 0 for not at all
     */
    public void add(String text, int fold, float[] targets, float[] weights) {
        ScannedText scanned = scanner.scan(text);
        Grams grams = scanned.grams;
        grams.read(scanned);
        char[] rows = new char[grams.size];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (char) grams.rows[i];
        }
        examples.add(new Example(rows, fold, targets.clone(), weights.clone()));
    }

    /**
     * Learns.
     *
     * @param without the fold that is left out, {@link #ALL} for none
     * @param lanes how each lane is learned
     * @return the model
     */
    public GramModel learn(int without, Lane... lanes) {
        float[][] weights = new float[GramModel.LANES][ROWS];
        float[] biases = new float[GramModel.LANES];
        IntStream.range(0, lanes.length)
                .parallel()
                .forEach(lane -> biases[lane] = learn(without, lane, lanes[lane], weights[lane]));
        return GramModel.of(weights, biases);
    }

    private float learn(int without, int lane, Lane how, float[] weights) {
        Example[] chosen = examples.stream()
                .filter(example -> example.fold != without && example.weights[lane] > 0)
                .toArray(Example[]::new);
        float[] history = new float[ROWS];
        float bias = 0;
        float biasHistory = 0;
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < how.epochs; epoch++) {
            shuffle(chosen, random);
            for (Example example : chosen) {
                float share = example.share();
                double sum = 0;
                for (char row : example.rows) {
                    sum += weights[row];
                }
                double error = 1 / (1 + Math.exp(-(bias + sum * share))) - example.targets[lane];
                error *= example.weights[lane];
                biasHistory += (float) (error * error);
                bias -= (float) (RATE * error / Math.sqrt(biasHistory + 1e-8));
                for (char row : example.rows) {
                    float slope = (float) (error * share + how.decay * weights[row]);
                    history[row] += slope * slope;
                    weights[row] -= (float) (RATE * slope / Math.sqrt(history[row] + 1e-8));
                }
            }
        }
        return bias;
    }

    private static void shuffle(Example[] examples, Random random) {
        for (int i = examples.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Example swapped = examples[i];
            examples[i] = examples[j];
            examples[j] = swapped;
        }
    }
}
