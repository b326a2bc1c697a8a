package io.chatmgmt.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Phrases to look for in a text, compiled into one table over the hashes of folded words: a phrase is found whatever its
 * case, accents and spacing, and only as whole words. In Chinese and Japanese the "words" are the characters.
 *
 * <p>A phrase may have alternatives, {@code (talk|speak) to (a|) human}, the empty one included, and {@code *} for exactly
 * one word of any kind; they cost nothing when a text is scanned. Words declared skippable, such as articles, make no
 * difference within a phrase: neither in the phrase nor in the text.
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

    /** The most words that are skipped in one phrase. */
    private static final int MOST_SKIPPED = 3;

    private final WordTable steps;
    private final int[] payloads;
    private final int[] anyWord;

    PhraseSet(WordTable steps, int[] payloads, int[] anyWord) {
        this.steps = steps;
        this.payloads = payloads;
        this.anyWord = anyWord;
    }

    /**
     * A builder without phrases; where two phrases are the same the greater payload counts.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return builder(Math::max);
    }

    /**
     * A builder without phrases.
     *
     * @param merge makes one payload, greater than 0, of those of two phrases that are the same; must not depend on their
     *     order
     * @return a new builder
     */
    public static Builder builder(IntBinaryOperator merge) {
        return new Builder(Objects.requireNonNull(merge, "merge"));
    }

    /**
     * Finds the phrases of a text, in the order of their first words. From each word the longest phrase counts, and a
     * phrase within one that was reported is not reported again; phrases may overlap. Allocates nothing.
     *
     * @param text the text
     * @param visitor takes each find
     */
    public void scan(ScannedText text, Visitor visitor) {
        int[] hashes = text.hashes;
        int size = text.size;
        int reported = 0;
        for (int first = 0; first < size; first++) {
            int node = step(PhraseCompiler.ROOT, hashes[first]);
            if (node != 0) {
                long longest = longest(hashes, first + 1, size, node);
                int end = (int) (longest >>> 32);
                if (end > reported) {
                    reported = end;
                    visitor.found(first, end - 1, (int) longest);
                }
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
        return payloads[step(PhraseCompiler.ROOT, text.hashes[token])];
    }

    /** The end of the longest phrase that goes on from {@code node} in the upper half, its payload in the lower. */
    private long longest(int[] hashes, int from, int size, int node) {
        long best = payloads[node] == 0 ? 0 : (long) from << 32 | payloads[node];
        int current = node;
        int skipped = 0;
        for (int next = from; next < size; next++) {
            int following = step(current, hashes[next]);
            if (following != 0) {
                current = following;
                best = payloads[current] == 0 ? best : next + 1L << 32 | payloads[current];
            } else if (++skipped > MOST_SKIPPED || steps.get(PhraseCompiler.SKIPPABLE, hashes[next]) == 0) {
                break;
            }
        }
        return best;
    }

    private int step(int node, int word) {
        int next = steps.get(node, word);
        return next != 0 ? next : anyWord[node];
    }

    /** Collects phrases. Not thread-safe. */
    public static final class Builder {

        private final PhraseNetwork network = new PhraseNetwork();
        private final TextScanner scanner = new TextScanner();
        private final Set<Integer> skippable = new HashSet<>();
        private final Set<Integer> skipped = new HashSet<>();
        private final IntBinaryOperator merge;

        private Builder(IntBinaryOperator merge) {
            this.merge = merge;
        }

        /**
         * Declares words skippable: in every text, and in the phrases that are added from now on, instead of the words
         * declared before. So each language can have its own. Where no two other words would be left a phrase keeps them:
         * "too long" is not found in "long".
         *
         * @param words single words in any case
         * @return this builder
         * @throws IllegalArgumentException if one of them is not a single word
         */
        public Builder skip(Collection<String> words) {
            skipped.clear();
            for (String word : List.copyOf(words)) {
                ScannedText text = scanner.scan(word);
                if (text.size() != 1) {
                    throw new IllegalArgumentException("words must each be a single word: " + word);
                }
                skipped.add(text.hash(0));
            }
            skippable.addAll(skipped);
            return this;
        }

        /**
         * Adds a phrase, or several at once.
         *
         * @param phrase words in any case, {@code (a|b)} for alternatives, {@code *} for any one word
         * @param payload what the visitor is told, greater than 0
         * @return this builder
         * @throws IllegalArgumentException if the brackets do not match, an alternative leaves no word at all, or the
         *     payload is not positive
         */
        public Builder add(String phrase, int payload) {
            Objects.requireNonNull(phrase, "phrase");
            if (payload <= 0) {
                throw new IllegalArgumentException("payload must be positive: " + payload);
            }
            if (!new PhraseParser(phrase, scanner, network).add(skipped, payload)) {
                throw new IllegalArgumentException("phrase must have words: " + phrase);
            }
            return this;
        }

        /**
         * The set of the phrases added so far.
         *
         * @return an immutable set, independent of this builder
         */
        public PhraseSet build() {
            return new PhraseCompiler(network, skippable, merge).compile();
        }
    }
}
