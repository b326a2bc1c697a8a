package io.chatmgmt.language;

import java.util.Arrays;
import java.util.Objects;

/**
 * Phrases to look for in a text: a trie over the hashes of folded words, so that a phrase is found whatever its case,
 * accents and spacing, and only as whole words. In Chinese and Japanese the "words" are the characters. A {@code *} in a
 * phrase stands for exactly one word of any kind. Words declared skippable, such as articles, make no difference within a
 * phrase: neither in the phrase nor in the text.
 *
 * <p>Words are compared by their 32-bit hashes: two different words are taken for the same once in four thousand million
 * pairs. Immutable and thread-safe.
 */
public final class PhraseSet {

    /** Takes the phrases that a scan finds. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * A phrase was found.
         *
         * @param first the index of its first token
         * @param last the index of its last token
         * @param payload the number that the phrase was added with
         */
        void found(int first, int last, int payload);
    }

    private static final int ROOT = 0;

    /** The most words that are skipped in one phrase. */
    private static final int MOST_SKIPPED = 3;

    /** Open addressing by (parent, word); no word has the hash 0 and no child is the root, so 0 marks a free slot. */
    private final long[] keys;

    private final int[] children;
    private final int[] payloads;
    private final int[] wildcards;
    private final boolean[] skippable;
    private final int shift;

    private PhraseSet(Builder builder) {
        keys = builder.keys.clone();
        children = builder.children.clone();
        payloads = Arrays.copyOf(builder.payloads, builder.nodes);
        wildcards = Arrays.copyOf(builder.wildcards, builder.nodes);
        skippable = Arrays.copyOf(builder.skippable, builder.nodes);
        shift = 64 - Integer.numberOfTrailingZeros(keys.length);
    }

    /**
     * A builder without phrases.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds the phrases of a text, in the order of their first words. From each word the longest phrase counts, and a
     * phrase within one that was reported is not reported again; phrases may overlap. Allocates nothing.
     *
     * @param text the text
     * @param visitor takes each find
     */
    public void scan(ScannedText text, Visitor visitor) {
        int size = text.size;
        int reported = 0;
        for (int first = 0; first < size; first++) {
            int node = child(keys, children, shift, ROOT, text.hashes[first]);
            long longest = node == 0 ? 0 : longest(text.hashes, first + 1, size, node);
            if (wildcards[ROOT] != 0) {
                longest = Math.max(longest, longest(text.hashes, first + 1, size, wildcards[ROOT]));
            }
            int end = (int) (longest >>> 32);
            if (end > reported) {
                reported = end;
                visitor.found(first, end - 1, (int) longest);
            }
        }
    }

    /**
     * Looks one token up among the phrases of one word.
     *
     * @param text the text
     * @param token the token's index
     * @return the payload of the phrase, 0 when there is none
     */
    public int payload(ScannedText text, int token) {
        return payloads[child(keys, children, shift, ROOT, text.hashes[token])];
    }

    /** The end of the longest phrase below {@code node} in the upper half, its payload in the lower; 0 for none. */
    private long longest(int[] hashes, int from, int size, int node) {
        long best = payloads[node] == 0 ? 0 : (long) from << 32 | payloads[node];
        int current = node;
        int skipped = 0;
        for (int next = from; next < size; next++) {
            if (wildcards[current] != 0) {
                best = Math.max(best, longest(hashes, next + 1, size, wildcards[current]));
            }
            int child = child(keys, children, shift, current, hashes[next]);
            if (child != 0) {
                current = child;
                best = payloads[child] == 0 ? best : Math.max(best, next + 1L << 32 | payloads[child]);
            } else if (++skipped > MOST_SKIPPED || !skippable[child(keys, children, shift, ROOT, hashes[next])]) {
                break;
            }
        }
        return best;
    }

    private static int child(long[] keys, int[] children, int shift, int node, int word) {
        long key = (long) node << 32 | word & 0xFFFFFFFFL;
        for (int slot = slot(key, shift); ; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return children[slot];
            }
            if (keys[slot] == 0) {
                return 0;
            }
        }
    }

    private static int slot(long key, int shift) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }

    /** Collects phrases. Not thread-safe. */
    public static final class Builder {

        private final TextScanner scanner = new TextScanner();
        private long[] keys = new long[64];
        private int[] children = new int[64];
        private int[] payloads = new int[32];
        private int[] wildcards = new int[32];
        private boolean[] skippable = new boolean[32];
        private int nodes = 1;

        private Builder() {}

        /**
         * Declares a word skippable in the phrases that are added from now on. A phrase of nothing but such words keeps
         * them.
         *
         * @param word a single word in any case
         * @return this builder
         */
        public Builder skip(String word) {
            Objects.requireNonNull(word, "word");
            skippable[allWords(word)] = true;
            skippable[ROOT] = false;
            return this;
        }

        /**
         * Adds a phrase; one that is there already keeps the greater payload.
         *
         * @param phrase words in any case, {@code *} for any one word
         * @param payload what the visitor is told, greater than 0
         * @return this builder
         * @throws IllegalArgumentException if the phrase has no words or the payload is not positive
         */
        public Builder add(String phrase, int payload) {
            Objects.requireNonNull(phrase, "phrase");
            if (payload <= 0) {
                throw new IllegalArgumentException("payload must be positive: " + payload);
            }
            int node = ROOT;
            int from = 0;
            for (int star = phrase.indexOf('*'); star >= 0; star = phrase.indexOf('*', from)) {
                node = wildcard(words(phrase.substring(from, star), node));
                from = star + 1;
            }
            node = words(phrase.substring(from), node);
            if (node == ROOT) { // nothing but skippable words: then they are what is meant
                node = allWords(phrase);
            }
            if (node == ROOT) {
                throw new IllegalArgumentException("phrase must have words: " + phrase);
            }
            payloads[node] = Math.max(payloads[node], payload);
            return this;
        }

        /**
         * The set of the phrases added so far.
         *
         * @return an immutable set, independent of this builder
         */
        public PhraseSet build() {
            return new PhraseSet(this);
        }

        private int words(String words, int from) {
            ScannedText text = scanner.scan(words);
            int node = from;
            for (int i = 0; i < text.size; i++) {
                int shift = 64 - Integer.numberOfTrailingZeros(keys.length);
                if (!skippable[child(keys, children, shift, ROOT, text.hashes[i])]) {
                    node = grow(node, text.hashes[i]);
                }
            }
            return node;
        }

        private int allWords(String words) {
            ScannedText text = scanner.scan(words);
            int node = ROOT;
            for (int i = 0; i < text.size; i++) {
                node = grow(node, text.hashes[i]);
            }
            return node;
        }

        private int wildcard(int node) {
            if (wildcards[node] == 0) {
                wildcards[node] = newNode();
            }
            return wildcards[node];
        }

        private int grow(int node, int word) {
            int shift = 64 - Integer.numberOfTrailingZeros(keys.length);
            int known = child(keys, children, shift, node, word);
            if (known != 0) {
                return known;
            }
            if (3 * nodes > keys.length) {
                rehash();
            }
            int added = newNode();
            put((long) node << 32 | word & 0xFFFFFFFFL, added);
            return added;
        }

        private int newNode() {
            if (nodes == payloads.length) {
                payloads = Arrays.copyOf(payloads, 2 * nodes);
                wildcards = Arrays.copyOf(wildcards, 2 * nodes);
                skippable = Arrays.copyOf(skippable, 2 * nodes);
            }
            return nodes++;
        }

        private void put(long key, int value) {
            int slot = slot(key, 64 - Integer.numberOfTrailingZeros(keys.length));
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = key;
            children[slot] = value;
        }

        private void rehash() {
            long[] oldKeys = keys;
            int[] oldChildren = children;
            keys = new long[2 * oldKeys.length];
            children = new int[2 * oldKeys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    put(oldKeys[i], oldChildren[i]);
                }
            }
        }
    }
}
