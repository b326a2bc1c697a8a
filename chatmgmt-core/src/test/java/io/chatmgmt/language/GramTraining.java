package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns a {@link GramModel} from labelled texts: for each lane one linear model of all its tasks, by stochastic gradient descent
 * with weights drawn to 0 and averaged over the second half of the way. Every task has a bias of its own while it is learned,
 * so that how frequent something is in one set says nothing about another. The same texts in the same order give the same
 * model.
 */
public final class GramTraining {

    /** No fold is left out. */
    public static final int ALL = -1;

    /** The task of a lane that has no other: its bias is the lane's. */
    public static final int ONLY = 0;

    private static final int MOST_TASKS = 16;
    private static final int ROWS = 1 << Grams.BITS;
    /** Behind the weights of rows and traits that of the head start. */
    private static final int HEAD_START = ROWS + GramModel.TRAITS;

    private static final long SEED = 7;
    private static final double BIAS_RATE = 0.1;
    private static final double TASK_RATE = 0.02;
    private static final double MOST_ERROR = 2;
    private static final double NEGLIGIBLE = 1e-4;

    private final TextScanner scanner = new TextScanner();
    private final List<Example> examples = new ArrayList<>();
    private final @Nullable HeadStart[] headStarts = new HeadStart[GramModel.LANES];

    /** What a text, or a talk of several, is to say. */
    private enum Kind {
        /** Its target is a probability. */
        LABELLED,
        /** Its target is a score. */
        RATED,
        /** Its target is the probability that any of its texts says so. */
        ANY
    }

    private record Example(Kind kind, int lane, int task, int fold, List<Text> texts, double target, double weight) {}

    /** A text with what the head start of its lane makes of it. */
    private record Text(int[] words, int[] letters, double[] traits, double before) {

        double wordShare() {
            return 1 / Math.sqrt(words.length + 1.0);
        }

        double letterShare() {
            return GramModel.LETTERS / Math.sqrt(letters.length + 1.0);
        }
    }

    /**
     * How a lane is learned.
     *
     * @param epochs how often all texts are gone through
     * @param decay how strongly weights are drawn to 0
     * @param bias what is added to the scores in the end
     */
    public record Lane(int epochs, double decay, double bias) {}

    /** Where a text belongs: which lane and task of it, and which part of the texts. */
    public record Place(int lane, int task, int fold) {}

    /**
     * Gives a lane what a lane of another model has learned of other texts: how much that counts is learned as well. Texts are to be given after
     * it.
     */
    public void headStart(int lane, GramModel model, int modelLane) {
        headStarts[lane] = new HeadStart(model, modelLane);
    }

    private record HeadStart(GramModel model, int lane) {}

    /** A text that is to be so with a probability, and how much that matters. */
    public void labelled(String text, Place place, double target, double weight, double... traits) {
        add(Kind.LABELLED, place, List.of(read(text, place.lane, traits)), target, weight);
    }

    /** A text that is to have a score, and how much that matters. */
    public void rated(String text, Place place, double score, double weight, double... traits) {
        add(Kind.RATED, place, List.of(read(text, place.lane, traits)), score, weight);
    }

    /** Texts of which any is to be so, or none. */
    public void any(List<String> texts, List<double[]> traits, Place place, boolean so, double weight) {
        List<Text> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(read(texts.get(i), place.lane, traits.get(i)));
        }
        add(Kind.ANY, place, all, so ? 1 : 0, weight);
    }

    private void add(Kind kind, Place place, List<Text> texts, double target, double weight) {
        examples.add(new Example(kind, place.lane, place.task, place.fold, texts, target, weight));
    }

    private Text read(String text, int lane, double[] traits) {
        HeadStart before = headStarts[lane];
        ScannedText scanned = scanner.scan(text);
        Grams grams = scanned.grams;
        grams.read(scanned);
        return new Text(
                Arrays.copyOf(grams.rows, grams.size),
                Arrays.copyOf(grams.letterRows, grams.letters),
                traits,
                before == null ? 0 : before.model.score(scanned, before.lane));
    }

    /**
     * Learns.
     *
     * @param without the fold that is left out, {@link #ALL} for none
     * @param lanes how each lane is learned
     * @return the model
     */
    public GramModel learn(int without, Lane... lanes) {
        float[][] weights = new float[lanes.length][ROWS];
        float[] biases = new float[lanes.length];
        float[] traits = new float[lanes.length * GramModel.TRAITS];
        IntStream.range(0, lanes.length).parallel().forEach(lane -> {
            Fit fit = new Fit(lanes[lane].decay);
            fit.learn(
                    examples.stream()
                            .filter(example -> example.lane == lane && example.fold != without)
                            .toArray(Example[]::new),
                    lanes[lane].epochs);
            HeadStart before = headStarts[lane];
            double kept = before == null ? 0 : fit.average[HEAD_START];
            for (int row = 0; row < ROWS; row++) {
                double head = before == null ? 0 : kept * before.model.weight(row, before.lane);
                weights[lane][row] = (float) (fit.average[row] + head);
            }
            for (int trait = 0; trait < GramModel.TRAITS; trait++) {
                traits[GramModel.TRAITS * lane + trait] = (float) fit.average[ROWS + trait];
            }
            biases[lane] = (float)
                    (fit.averageBias + lanes[lane].bias + (before == null ? 0 : kept * before.model.bias(before.lane)));
        });
        return GramModel.of(weights, biases, traits);
    }

    /** One lane on the way. */
    private static final class Fit {

        private final double[] weights = new double[HEAD_START + 1];
        private final double[] average = new double[HEAD_START + 1];
        private final double[] taskBiases = new double[MOST_TASKS];
        private final double decay;
        private double scale = 1;
        private double bias;
        private double averageBias;
        private double steps;

        Fit(double decay) {
            this.decay = decay;
        }

        void learn(Example[] chosen, int epochs) {
            Random random = new Random(SEED);
            int averaged = 0;
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle(chosen, random);
                for (Example example : chosen) {
                    learn(example);
                }
                if (epoch >= epochs / 2) {
                    averaged++;
                    for (int i = 0; i < weights.length; i++) {
                        average[i] += (scale * weights[i] - average[i]) / averaged;
                    }
                    averageBias += (bias - averageBias) / averaged;
                }
            }
        }

        private void learn(Example example) {
            switch (example.kind) {
                case LABELLED -> {
                    Text text = example.texts.get(0);
                    step(text, example.task, example.weight * (probability(text, example.task) - example.target));
                }
                case RATED -> {
                    Text text = example.texts.get(0);
                    double error = sum(text) + taskBiases[example.task] - example.target;
                    step(text, example.task, example.weight * Math.max(-MOST_ERROR, Math.min(MOST_ERROR, error)));
                }
                case ANY -> any(example);
            }
        }

        /** The gradient of the probability that at least one text says so, were each of them by chance. */
        private void any(Example example) {
            double[] probabilities = example.texts.stream()
                    .mapToDouble(text -> probability(text, example.task))
                    .toArray();
            double none = 1;
            for (double probability : probabilities) {
                none *= 1 - probability;
            }
            double factor = example.target > 0 ? -none / Math.max(1 - none, 1e-6) : 1;
            for (int i = 0; i < probabilities.length; i++) {
                double error = example.weight * factor * probabilities[i];
                if (Math.abs(error) > NEGLIGIBLE) {
                    step(example.texts.get(i), example.task, error);
                }
            }
        }

        private double probability(Text text, int task) {
            return 1 / (1 + Math.exp(-(sum(text) + taskBiases[task])));
        }

        private double sum(Text text) {
            double words = 0;
            for (int row : text.words) {
                words += weights[row];
            }
            double letters = 0;
            for (int row : text.letters) {
                letters += weights[row];
            }
            double sum = words * text.wordShare() + letters * text.letterShare();
            for (int trait = 0; trait < text.traits.length; trait++) {
                sum += weights[ROWS + trait] * text.traits[trait];
            }
            sum += weights[HEAD_START] * text.before;
            return bias + scale * sum;
        }

        private void step(Text text, int task, double error) {
            steps++;
            double rate = 1 / (decay * steps + 1);
            scale *= 1 - rate * decay;
            double change = -rate * error / scale;
            double word = change * text.wordShare();
            for (int row : text.words) {
                weights[row] += word;
            }
            double letter = change * text.letterShare();
            for (int row : text.letters) {
                weights[row] += letter;
            }
            for (int trait = 0; trait < text.traits.length; trait++) {
                weights[ROWS + trait] += change * text.traits[trait];
            }
            weights[HEAD_START] += change * text.before;
            bias -= BIAS_RATE * rate * error;
            if (task != ONLY) {
                taskBiases[task] -= TASK_RATE * error;
            }
        }
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
