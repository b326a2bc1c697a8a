package io.chatmgmt.escalation;

import io.chatmgmt.language.ScannedText;
import java.util.Arrays;

/**
 * What a topic is recognised by: words and pairs of neighbours; the pieces of two to five letters within words, which see
 * through endings and typing errors; and which words stand together in a text, in whatever order. Numbers count as one and
 * the same word. Not thread-safe; used once for one text.
 */
final class TopicFeatures {

    /** Words and pairs. */
    static final int WORDS = 0;

    /** Pieces of words. */
    static final int PIECES = 1;

    /** Words that stand together. */
    static final int COMPANY = 2;

    static final int BLOCKS = 3;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    /** What stands behind this many tokens says nothing new about the topic. */
    private static final int MOST_TOKENS = 512;

    /** Only of the first words it is said which stand together: their number grows with the square. */
    private static final int MOST_COMPANY = 24;

    private static final int EDGE = 0x2545F491;
    private static final int NUMBER = 0x51ED270B;
    private static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int GOLDEN = 0x9E3779B1;

    /** This bit of a feature's hash is set for words that stand together, and for no other feature. */
    private static final int IN_COMPANY = 1;

    private final int[][] hashes = new int[BLOCKS][];
    private final int[][] tokens = new int[BLOCKS][];
    private final int[] sizes = new int[BLOCKS];

    TopicFeatures(ScannedText text) {
        int count = Math.min(text.size(), MOST_TOKENS);
        hashes[WORDS] = new int[2 * count + 1];
        tokens[WORDS] = new int[2 * count + 1];
        hashes[PIECES] = new int[32 * count];
        tokens[PIECES] = new int[32 * count];
        int before = EDGE;
        for (int token = 0; token < count; token++) {
            int word = text.number(token) ? NUMBER : text.hash(token);
            add(WORDS, word & ~IN_COMPANY, token);
            add(WORDS, pair(before, word) & ~IN_COMPANY, token);
            before = word;
            if (!text.number(token) && !text.ideograph(token) && !text.emoji(token)) {
                pieces(text.folded(token), token);
            }
        }
        if (count > 0) {
            add(WORDS, pair(before, EDGE) & ~IN_COMPANY, count - 1);
        }
        company(text, Math.min(count, MOST_COMPANY));
    }

    /** Each pair of different words once. */
    private void company(ScannedText text, int count) {
        hashes[COMPANY] = new int[count * (count + 1) / 2];
        tokens[COMPANY] = new int[count * (count + 1) / 2];
        int[] words = new int[count];
        int different = 0;
        for (int token = 0; token < count; token++) {
            int word = text.number(token) ? NUMBER : text.hash(token);
            boolean again = false;
            for (int i = 0; i < different && !again; i++) {
                again = words[i] == word;
            }
            if (!again) {
                for (int i = 0; i < different; i++) {
                    int together = pair(Math.min(words[i], word), Math.max(words[i], word));
                    add(COMPANY, (together ^ together >>> 15) * PRIME | IN_COMPANY, token);
                }
                words[different++] = word;
            }
        }
    }

    /** Whether a feature is of words that stand together. */
    static boolean inCompany(int hash) {
        return (hash & IN_COMPANY) != 0;
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
                    add(PIECES, hash * GOLDEN + at - from & ~IN_COMPANY, token);
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
