package io.chatmgmt.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    /** The most words that are skipped in one phrase. */
    private static final int MOST_SKIPPED = 3;

    /** The mark of first words in the vocabulary of a set that has one of its own. */
    private static final int OWN_MARK = 1;

    private final Vocabulary vocabulary;
    private final int mark;
    private final PhraseGraph graph;
    private final int[] beginnings;
    private final long[] skippable;
    /** Where any word at all leads that a phrase may begin with, 0 for nowhere. */
    private final int anyBeginning;

    private PhraseSet(Vocabulary vocabulary, int mark, PhraseGraph graph) {
        this.vocabulary = vocabulary;
        this.mark = mark;
        this.graph = graph;
        beginnings = graph.beginnings();
        skippable = graph.skippableBits();
        anyBeginning = graph.anyWord[PhraseCompiler.ROOT];
    }

    private static PhraseSet compiled(PhraseGraph graph) {
        Vocabulary.Builder words = new Vocabulary.Builder();
        graph.allWords().forEach(hash -> words.add(hash, 0));
        graph.firstWords().forEach(hash -> words.add(hash, OWN_MARK));
        Vocabulary own = words.build();
        return new PhraseSet(own, OWN_MARK, graph.renumbered(hash -> Vocabulary.row(own.find(hash))));
    }

    /**
     * The same set over a vocabulary that it shares with others, so that a text's words are looked up once for all of them.
     *
     * @param shared the vocabulary; has all {@linkplain #addTo words} of this set
     * @param shareMark the mark that it has for words that this set's phrases begin with; others may have it too
     * @return a set that finds the same
     * @throws IllegalArgumentException if a word is missing in the vocabulary
     */
    public PhraseSet over(Vocabulary shared, int shareMark) {
        int[] hashes = vocabulary.hashes();
        return new PhraseSet(shared, shareMark, graph.renumbered(row -> {
            int number = Vocabulary.row(shared.find(hashes[row]));
            if (number == 0) {
                throw new IllegalArgumentException("shared must have every word of the phrases");
            }
            return number;
        }));
    }

    /**
     * Adds the words of the phrases to a vocabulary.
     *
     * @param words where to
     * @param beginning the mark for those that phrases begin with
     */
    public void addTo(Vocabulary.Builder words, int beginning) {
        int[] hashes = vocabulary.hashes();
        graph.allWords().forEach(row -> words.add(hashes[row], 0));
        graph.firstWords().forEach(row -> words.add(hashes[row], beginning));
    }

    /**
     * Reads a set that was compiled before: some milliseconds where compiling thousands of phrases takes a hundred.
     *
     * @param in what {@link #write} wrote, with the same release of the library
     * @param vocabulary the vocabulary of the set that was written
     * @param mark the mark that the vocabulary has for words that its phrases begin with
     * @return the set
     * @throws IOException if it cannot be read
     */
    public static PhraseSet read(DataInput in, Vocabulary vocabulary, int mark) throws IOException {
        return new PhraseSet(vocabulary, mark, PhraseGraph.read(in));
    }

    /**
     * Writes the compiled set without its vocabulary; the same phrases over the same vocabulary give the same bytes.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void write(DataOutput out) throws IOException {
        graph.write(out);
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
     * phrase within one that was found before is left out; phrases may overlap. Allocates nothing.
     *
     * @param text the text
     * @return the finds, in a buffer of the text: valid until the next scan of it
     */
    public PhraseFinds scan(ScannedText text) {
        return scan(text, false);
    }

    /**
     * Finds the phrases of a text that consists of nothing else, emoji apart.
     *
     * @param text the text
     * @return the finds as {@link #scan} has them; none when a word of the text belongs to no phrase
     */
    public PhraseFinds cover(ScannedText text) {
        return scan(text, true);
    }

    private PhraseFinds scan(ScannedText text, boolean whole) {
        PhraseFinds finds = text.finds;
        finds.clear();
        int[] words = vocabulary.words(text);
        if (anyBeginning == 0 && (text.marks & mark) == 0) {
            return finds;
        }
        int size = text.size;
        int reported = 0;
        for (int first = 0; first < size; first++) {
            int node = begin(words[first]);
            if (node != 0) {
                long longest = longest(words, first + 1, size, node);
                int end = (int) (longest >>> 32);
                if (end > reported) {
                    reported = end;
                    finds.add(first, end - 1, (int) longest);
                }
            }
            if (whole && first >= reported && !text.emoji(first)) {
                finds.clear();
                return finds;
            }
        }
        return finds;
    }

    /**
     * Looks one token up among the phrases of one word.
     *
     * @param text the text
     * @param token the token's index
     * @return the payload of the phrase, 0 when there is none
     */
    public int payload(ScannedText text, int token) {
        return graph.payloads[begin(vocabulary.words(text)[token])];
    }

    private int begin(int word) {
        int row = Vocabulary.row(word);
        if (Vocabulary.marked(word, mark) && row < beginnings.length && beginnings[row] != 0) {
            return beginnings[row];
        }
        return anyBeginning;
    }

    /** The end of the longest phrase that goes on from {@code node} in the upper half, its payload in the lower. */
    private long longest(int[] words, int from, int size, int node) {
        int[] payloads = graph.payloads;
        long best = payloads[node] == 0 ? 0 : (long) from << 32 | payloads[node];
        int current = node;
        int skipped = 0;
        for (int next = from; next < size; next++) {
            int row = Vocabulary.row(words[next]);
            int following = graph.step(current, row);
            if (following != 0) {
                current = following;
                best = payloads[current] == 0 ? best : next + 1L << 32 | payloads[current];
            } else if (++skipped > MOST_SKIPPED || !skippable(row)) {
                break;
            }
        }
        return best;
    }

    private boolean skippable(int row) {
        return row >>> 6 < skippable.length && (skippable[row >>> 6] >>> row & 1) != 0;
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
            return compiled(new PhraseCompiler(network, skippable, merge).compile());
        }
    }
}
