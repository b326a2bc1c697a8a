package io.chatmgmt.escalation;

/** The features that a model knows, each with a row of its own and a weight that is greater the rarer it is. Immutable. */
final class TopicVocabulary {

    private final int[] hashes;
    private final float[] rarities;
    private final int[] slots;
    private final int mask;

    /** Takes over both arrays; the hashes are sorted and distinct. */
    TopicVocabulary(int[] hashes, float[] rarities) {
        this.hashes = hashes;
        this.rarities = rarities;
        int capacity = Integer.highestOneBit(Math.max(8, hashes.length)) * 4;
        slots = new int[capacity];
        mask = capacity - 1;
        for (int row = 0; row < hashes.length; row++) {
            int slot = hashes[row] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = row + 1;
        }
    }

    int size() {
        return hashes.length;
    }

    int hash(int row) {
        return hashes[row];
    }

    float rarity(int row) {
        return rarities[row];
    }

    /** The row of a feature, −1 for one that is not known. */
    private int row(int hash) {
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if (hashes[slots[slot] - 1] == hash) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    /** The known features of a text, each occurrence on its own; each block carries the same share of the length. */
    TopicVector vector(TopicFeatures features) {
        int most = 0;
        for (int block = 0; block < TopicFeatures.BLOCKS; block++) {
            most += features.size(block);
        }
        int[] rows = new int[most];
        int[] tokens = new int[most];
        float[] values = new float[most];
        int size = 0;
        int blocks = 0;
        for (int block = 0; block < TopicFeatures.BLOCKS; block++) {
            int start = size;
            float length = 0;
            for (int i = 0; i < features.size(block); i++) {
                int row = row(features.hash(block, i));
                if (row >= 0) {
                    rows[size] = row;
                    tokens[size] = features.token(block, i);
                    values[size++] = rarities[row];
                    length += rarities[row] * rarities[row];
                }
            }
            scale(values, start, size, length);
            blocks += size > start ? 1 : 0;
        }
        scale(values, 0, size, blocks);
        return new TopicVector(rows, tokens, values, size);
    }

    private static void scale(float[] values, int from, int to, float squaredLength) {
        float factor = (float) (1 / Math.sqrt(squaredLength));
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }
}
