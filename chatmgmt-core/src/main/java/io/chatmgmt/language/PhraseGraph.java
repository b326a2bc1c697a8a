package io.chatmgmt.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * What phrase expressions compile to: nodes, and the words that lead from one to the next. Node 0 is where every phrase
 * begins; no word leads back there, so as a target it says "none". Never changed once it is made; safe to share.
 */
final class PhraseGraph {

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
        return new PhraseGraph(ints(in), ints(in), ints(in), ints(in), ints(in), ints(in));
    }

    void write(DataOutput out) throws IOException {
        for (int[] part : new int[][] {payloads, anyWord, firstStep, words, targets, skippable}) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * part.length);
            bytes.asIntBuffer().put(part);
            out.writeInt(part.length);
            out.write(bytes.array());
        }
    }

    /** All at once: one number after the other would take most of a first message's time. */
    private static int[] ints(DataInput in) throws IOException {
        int[] ints = new int[in.readInt()];
        byte[] bytes = new byte[Integer.BYTES * ints.length];
        in.readFully(bytes);
        IntBuffer read = ByteBuffer.wrap(bytes).asIntBuffer();
        read.get(ints);
        return ints;
    }

    int size() {
        return payloads.length;
    }

    /** The node that a word leads to, 0 when there is none. */
    int step(int node, int word) {
        int from = firstStep[node];
        int to = firstStep[node + 1];
        while (from < to) {
            int middle = from + to >>> 1;
            if (words[middle] < word) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < firstStep[node + 1] && words[from] == word ? targets[from] : anyWord[node];
    }

    /** The first words of phrases. */
    WordTable beginnings() {
        return new WordTable(words, targets, firstStep[1]);
    }

    /** The skippable words; what they map to means nothing. */
    WordTable skippableWords() {
        int[] ones = new int[skippable.length];
        Arrays.fill(ones, 1);
        return new WordTable(skippable, ones, ones.length);
    }
}
