package io.chatmgmt.language;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes one node of those from which the same words lead on to the same payloads: alternatives at the end of a phrase leave
 * many such nodes behind. What a scan finds stays the same; the table takes a third of the memory.
 */
final class PhraseMinimizer {

    private final PhraseGraph graph;
    private int[] kinds;
    private int count;

    PhraseMinimizer(PhraseGraph graph) {
        this.graph = graph;
        this.kinds = graph.payloads;
    }

    /** Nodes count as alike until a step tells them apart; when a round finds no further difference they are alike. */
    PhraseGraph minimal() {
        for (int before = -1; before < count; ) {
            before = count;
            distinguish();
        }
        return merged();
    }

    private void distinguish() {
        Map<IntBuffer, Integer> known = new HashMap<>();
        int[] next = new int[graph.size()];
        for (int node = 0; node < next.length; node++) {
            int kind = known.size();
            Integer same = known.putIfAbsent(description(node), kind);
            next[node] = same == null ? kind : same;
        }
        kinds = next;
        count = known.size();
    }

    private IntBuffer description(int node) {
        int from = graph.firstStep[node];
        int steps = graph.firstStep[node + 1] - from;
        int[] description = Arrays.copyOf(
                Arrays.copyOfRange(graph.words, from, from + steps), 2 * steps + 3); // compared by its content
        for (int i = 0; i < steps; i++) {
            description[steps + i] = kinds[graph.targets[from + i]];
        }
        int always = graph.anyWord[node];
        description[2 * steps] = graph.payloads[node];
        description[2 * steps + 1] = always == 0 ? -1 : kinds[always];
        description[2 * steps + 2] = node == PhraseCompiler.ROOT ? 1 : 0;
        return IntBuffer.wrap(description);
    }

    private PhraseGraph merged() {
        int[] payloads = new int[count];
        int[] anyWord = new int[count];
        int[] firstStep = new int[count + 1];
        int[] words = new int[graph.words.length];
        int[] targets = new int[words.length];
        int merged = 0;
        int size = 0;
        for (int node = 0; node < graph.size(); node++) {
            if (kinds[node] == merged) { // the kinds are numbered in the order of their first nodes
                payloads[merged] = graph.payloads[node];
                anyWord[merged] = kinds[graph.anyWord[node]];
                for (int step = graph.firstStep[node]; step < graph.firstStep[node + 1]; step++) {
                    words[size] = graph.words[step];
                    targets[size++] = kinds[graph.targets[step]];
                }
                firstStep[++merged] = size;
            }
        }
        return graph.with(payloads, anyWord, firstStep, Arrays.copyOf(words, size), Arrays.copyOf(targets, size));
    }
}
