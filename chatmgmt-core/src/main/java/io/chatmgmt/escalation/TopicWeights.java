package io.chatmgmt.escalation;

/**
 * What each feature says for and against each topic, in few bytes: only what is not negligible, in 127 steps up to the
 * feature's strongest word. Immutable.
 */
final class TopicWeights {

    /** What is weaker is dropped: half of all weights, and next to nothing of what they say. */
    private static final float NEGLIGIBLE = 0.02f;

    private static final int STEPS = 127;

    final int[] starts;
    final short[] topics;
    final byte[] levels;
    final float[] scales;
    final float[] biases;

    TopicWeights(int[] starts, short[] topics, byte[] levels, float[] scales, float[] biases) {
        this.starts = starts;
        this.topics = topics;
        this.levels = levels;
        this.scales = scales;
        this.biases = biases;
    }

    static TopicWeights of(TopicSeparation separation, int features) {
        int[] starts = new int[features + 1];
        float[] scales = new float[features];
        int size = 0;
        for (int feature = 0; feature < features; feature++) {
            float[] row = separation.weights(feature);
            scales[feature] = scale(row);
            for (float weight : row) {
                size += level(weight, scales[feature]) == 0 ? 0 : 1;
            }
            starts[feature + 1] = size;
        }
        short[] topics = new short[size];
        byte[] levels = new byte[size];
        int next = 0;
        for (int feature = 0; feature < features; feature++) {
            float[] row = separation.weights(feature);
            for (int topic = 0; topic < row.length; topic++) {
                byte level = level(row[topic], scales[feature]);
                if (level != 0) {
                    topics[next] = (short) topic;
                    levels[next++] = level;
                }
            }
        }
        return new TopicWeights(starts, topics, levels, scales, separation.biases());
    }

    private static float scale(float[] row) {
        float most = 0;
        for (float weight : row) {
            most = Math.max(most, Math.abs(weight));
        }
        return most / STEPS;
    }

    private static byte level(float weight, float scale) {
        return Math.abs(weight) < NEGLIGIBLE ? 0 : (byte) Math.round(weight / scale);
    }

    /** The margin of each topic. */
    float[] margins(TopicVector text) {
        float[] margins = biases.clone();
        for (int i = 0; i < text.size; i++) {
            int row = text.rows[i];
            float value = text.values[i] * scales[row];
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                margins[topics[entry]] += value * levels[entry];
            }
        }
        return margins;
    }

    /** What one feature of a text says for a topic. */
    float weight(int row, int topic) {
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            if (topics[entry] == topic) {
                return levels[entry] * scales[row];
            }
        }
        return 0;
    }
}
