package io.chatmgmt.escalation;

import io.chatmgmt.language.ScannedText;
import java.util.Arrays;

/**
 * What a topic is recognised by: words and pairs of neighbours, and the pieces of two to five letters within words, which
 * see through endings and typing errors. Numbers count as one and the same word. Not thread-safe; used once for one text.
 */
final class TopicFeatures {

    /** Words and pairs. */
    static final int WORDS = 0;

    /** Pieces of words. */
    static final int PIECES = 1;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    /** What stands behind this many tokens says nothing new about the topic. */
    private static final int MOST_TOKENS = 512;

    private static final int EDGE = 0x2545F491;
    private static final int NUMBER = 0x51ED270B;
    private static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int GOLDEN = 0x9E3779B1;

    private final int[][] hashes = new int[2][];
    private final int[][] tokens = new int[2][];
    private final int[] sizes = new int[2];

    TopicFeatures(ScannedText text) {
        int count = Math.min(text.size(), MOST_TOKENS);
        hashes[WORDS] = new int[2 * count + 1];
        tokens[WORDS] = new int[2 * count + 1];
        hashes[PIECES] = new int[32 * count];
        tokens[PIECES] = new int[32 * count];
        int before = EDGE;
        for (int token = 0; token < count; token++) {
            int word = text.number(token) ? NUMBER : text.hash(token);
            add(WORDS, word, token);
            add(WORDS, pair(before, word), token);
            before = word;
            if (!text.number(token) && !text.ideograph(token) && !text.emoji(token)) {
                pieces(text.folded(token), token);
            }
        }
        if (count > 0) {
            add(WORDS, pair(before, EDGE), count - 1);
        }
    }

    private static int pair(int first, int second) {
        return (first * 31 + second) * GOLDEN;
    }

    /** The pieces of a word with a space before and after it, so that beginnings and endings differ from middles. */
    private void pieces(String word, int token) {
        int end = word.length() + 2;
        for (int from = 0; from < end; from++) {
            int hash = SEED;
            for (int at = from; at < end && at < from + LONGEST; at++) {
                char c = at == 0 || at == end - 1 ? ' ' : word.charAt(at - 1);
                hash = (hash ^ c) * PRIME;
                if (at - from + 1 >= SHORTEST) {
                    add(PIECES, hash * GOLDEN + at - from, token);
                }
            }
        }
    }

    private void add(int block, int hash, int token) {
        int size = sizes[block];
        if (size == hashes[block].length) {
            hashes[block] = Arrays.copyOf(hashes[block], 2 * size);
            tokens[block] = Arrays.copyOf(tokens[block], 2 * size);
        }
        hashes[block][size] = hash;
        tokens[block][size] = token;
        sizes[block] = size + 1;
    }

    /** How many features a block has, each as often as it occurs. */
    int size(int block) {
        return sizes[block];
    }

    int hash(int block, int index) {
        return hashes[block][index];
    }

    /** The token that a feature ends with. */
    int token(int block, int index) {
        return tokens[block][index];
    }
}
