package io.chatmgmt.escalation;

import java.util.List;

/**
 * Separates every topic from all the others by a plane with the widest margin: support vector machines with squared
 * losses, trained together by descending the dual problem coordinate by coordinate. Deterministic: examples are visited in
 * an order that depends on nothing but their number.
 */
final class TopicSeparation {

    private static final int ROUNDS = 8;

    /** What a loss of one is worth in squared margin widths. */
    private static final float COST = 1f;

    private static final float DIAGONAL = 1 / (2 * COST);

    /** A gradient below this is not worth a step. */
    private static final float TOLERANCE = 1e-3f;

    private final float[][] weights;
    private final float[] biases;
    private final float[] margins;
    private final int[] moved;
    private final float[] steps;

    TopicSeparation(int features, int topics) {
        weights = new float[features][topics];
        biases = new float[topics];
        margins = new float[topics];
        moved = new int[topics];
        steps = new float[topics];
    }

    /** Trains; a label of −1 belongs to no topic. */
    void train(List<TopicVector> examples, int[] labels) {
        int count = examples.size();
        float[][] multipliers = new float[count][biases.length];
        float[] curvatures = new float[count];
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
            float square = 1 + DIAGONAL;
            for (float value : examples.get(i).values) {
                square += value * value;
            }
            curvatures[i] = square;
        }
        long state = count;
        for (int round = 0; round < ROUNDS; round++) {
            state = shuffle(order, state);
            for (int i : order) {
                TopicVector example = examples.get(i);
                measure(example, margins);
                int changes = descend(multipliers[i], labels[i], curvatures[i]);
                apply(example, changes);
            }
        }
    }

    private static long shuffle(int[] order, long seed) {
        long state = seed;
        for (int i = order.length - 1; i > 0; i--) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int other = (int) ((state >>> 33) % (i + 1));
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return state;
    }

    /** On which side of each topic's plane an example lies, and how far. */
    void measure(TopicVector example, float[] into) {
        System.arraycopy(biases, 0, into, 0, biases.length);
        for (int i = 0; i < example.size; i++) {
            float[] row = weights[example.rows[i]];
            float value = example.values[i];
            for (int topic = 0; topic < row.length; topic++) {
                into[topic] += value * row[topic];
            }
        }
    }

    private int descend(float[] multipliers, int label, float curvature) {
        int changes = 0;
        for (int topic = 0; topic < multipliers.length; topic++) {
            float side = topic == label ? 1 : -1;
            float old = multipliers[topic];
            float gradient = side * margins[topic] - 1 + DIAGONAL * old;
            if (gradient < -TOLERANCE || old > 0 && gradient > TOLERANCE) {
                float next = Math.max(0, old - gradient / curvature);
                multipliers[topic] = next;
                moved[changes] = topic;
                steps[changes++] = side * (next - old);
            }
        }
        return changes;
    }

    private void apply(TopicVector example, int changes) {
        for (int change = 0; change < changes; change++) {
            biases[moved[change]] += steps[change];
        }
        for (int i = 0; changes > 0 && i < example.size; i++) {
            float[] row = weights[example.rows[i]];
            float value = example.values[i];
            for (int change = 0; change < changes; change++) {
                row[moved[change]] += value * steps[change];
            }
        }
    }

    float[] weights(int feature) {
        return weights[feature];
    }

    float[] biases() {
        return biases;
    }
}
