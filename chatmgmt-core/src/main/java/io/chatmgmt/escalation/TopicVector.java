package io.chatmgmt.escalation;

import java.util.Arrays;

/** The features of a text as rows of a {@link TopicVocabulary} with their values. Not thread-safe: fields are shared. */
final class TopicVector {

    final int[] rows;
    final int[] tokens;
    final float[] values;
    final int size;

    TopicVector(int[] rows, int[] tokens, float[] values, int size) {
        this.rows = rows;
        this.tokens = tokens;
        this.values = values;
        this.size = size;
    }

    /** The same vector with each row once, as training needs it; without its tokens. */
    TopicVector merged() {
        long[] ordered = new long[size];
        for (int i = 0; i < size; i++) {
            ordered[i] = (long) rows[i] << 32 | i;
        }
        Arrays.sort(ordered);
        int[] mergedRows = new int[size];
        float[] mergedValues = new float[size];
        int merged = 0;
        for (int i = 0; i < size; i++) {
            int row = (int) (ordered[i] >>> 32);
            if (merged == 0 || mergedRows[merged - 1] != row) {
                mergedRows[merged++] = row;
            }
            mergedValues[merged - 1] += values[(int) ordered[i]];
        }
        return new TopicVector(
                Arrays.copyOf(mergedRows, merged), new int[0], Arrays.copyOf(mergedValues, merged), merged);
    }
}
