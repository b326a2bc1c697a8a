package io.chatmgmt.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What phrase expressions compile to: nodes, and the words that lead from one to the next. Node 0 is where every phrase
 * begins; no word leads back there, so as a target it says "none". Words are their hashes in what the compiler makes, and rows
 * of a {@link Vocabulary} in what is scanned with. Never changed once it is made; safe to share.
 */
final class PhraseGraph {

    /** So many steps are compared one by one: halving them would cost more. */
    private static final int FEW = 8;

    /** For each node the payload of the phrase that ends there, 0 for none. */
    final int[] payloads;

    /** For each node where any word at all leads. */
    final int[] anyWord;

    /** For each node, and one after the last, where its steps begin. */
    final int[] firstStep;

    /** The steps' words, sorted within their node. */
    final int[] words;

    /** Where the steps lead. */
    final int[] targets;

    /** The words that make no difference within a phrase, sorted. */
    private final int[] skippable;

    PhraseGraph(int[] payloads, int[] anyWord, int[] firstStep, int[] words, int[] targets, int[] skippable) {
        this.payloads = payloads;
        this.anyWord = anyWord;
        this.firstStep = firstStep;
        this.words = words;
        this.targets = targets;
        this.skippable = skippable;
    }

    /** A graph that finds the same with other nodes. */
    PhraseGraph with(int[] newPayloads, int[] newAnyWord, int[] newFirstStep, int[] newWords, int[] newTargets) {
        return new PhraseGraph(newPayloads, newAnyWord, newFirstStep, newWords, newTargets, skippable);
    }

    /** Reads what {@link #write} wrote. */
    static PhraseGraph read(DataInput in) throws IOException {
        return new PhraseGraph(
                Ints.read(in), Ints.read(in), Ints.read(in), Ints.read(in), Ints.read(in), Ints.read(in));
    }

    void write(DataOutput out) throws IOException {
        for (int[] part : new int[][] {payloads, anyWord, firstStep, words, targets, skippable}) {
            Ints.write(part, out);
        }
    }

    int size() {
        return payloads.length;
    }

    /** The same graph over other numbers of its words. */
    PhraseGraph renumbered(IntUnaryOperator number) {
        int[] newWords = new int[words.length];
        int[] newTargets = new int[words.length];
        for (int node = 0; node < size(); node++) {
            long[] steps = new long[firstStep[node + 1] - firstStep[node]];
            for (int i = 0; i < steps.length; i++) {
                int step = firstStep[node] + i;
                steps[i] = (long) number.applyAsInt(words[step]) << 32 | targets[step];
            }
            Arrays.sort(steps);
            for (int i = 0; i < steps.length; i++) {
                newWords[firstStep[node] + i] = (int) (steps[i] >> 32);
                newTargets[firstStep[node] + i] = (int) steps[i];
            }
        }
        int[] newSkippable = Arrays.stream(skippable).map(number).sorted().toArray();
        return new PhraseGraph(payloads, anyWord, firstStep, newWords, newTargets, newSkippable);
    }

    /** The node that a word leads to, 0 when there is none; the word 0 is one that no phrase has. */
    int step(int node, int word) {
        if (word == 0) {
            return anyWord[node];
        }
        int from = firstStep[node];
        int end = firstStep[node + 1];
        int to = end;
        while (to - from > FEW) {
            int middle = from + to >>> 1;
            if (words[middle] < word) {
                from = middle + 1;
            } else {
                to = middle + 1;
            }
        }
        for (; from < to; from++) {
            if (words[from] == word) {
                return targets[from];
            }
        }
        return anyWord[node];
    }

    /** For each word that a phrase begins with the node after it, up to the greatest number of such a word. */
    int[] beginnings() {
        int steps = firstStep[1];
        int[] beginnings = new int[steps == 0 ? 1 : words[steps - 1] + 1];
        for (int step = 0; step < steps; step++) {
            beginnings[words[step]] = targets[step];
        }
        return beginnings;
    }

    /** One bit for each word that makes no difference within a phrase. */
    long[] skippableBits() {
        long[] bits = new long[skippable.length == 0 ? 1 : (skippable[skippable.length - 1] >>> 6) + 1];
        for (int word : skippable) {
            bits[word >>> 6] |= 1L << word;
        }
        return bits;
    }

    /** All words that it asks about, each at least once. */
    IntStream allWords() {
        return IntStream.concat(Arrays.stream(words), Arrays.stream(skippable));
    }

    /** The words that phrases begin with. */
    IntStream firstWords() {
        return Arrays.stream(words, 0, firstStep[1]);
    }
}
