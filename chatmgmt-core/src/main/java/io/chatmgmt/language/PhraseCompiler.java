package io.chatmgmt.language;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Turns the words of phrase expressions into the table of a {@link PhraseSet}: one node for each set of states that a text
 * can be in (the subset construction). What follows an alternative is stored once, however many alternatives lead there.
 */
final class PhraseCompiler {

    static final int ROOT = 0;

    private static final int[] NONE = {};

    private final PhraseNetwork network;
    private final IntBinaryOperator merge;
    private final Set<Integer> skippable;
    private final Map<IntBuffer, Integer> nodes = new HashMap<>();
    private final Deque<IntBuffer> open = new ArrayDeque<>();
    private int[] payloads = new int[256];
    private int[] anyWord = new int[256];
    private int[] firstStep = new int[257];
    private int[] words = new int[1_024];
    private int[] targets = new int[1_024];
    private int steps;

    PhraseCompiler(PhraseNetwork network, Set<Integer> skippable, IntBinaryOperator merge) {
        this.network = network;
        this.merge = merge;
        this.skippable = skippable;
    }

    PhraseGraph compile() {
        node(new int[] {PhraseNetwork.START});
        int expanded = 0; // nodes are expanded in the order of their numbers
        for (IntBuffer next = open.poll(); next != null; next = open.poll()) {
            expand(expanded, next.array());
            firstStep[++expanded] = steps;
        }
        PhraseGraph graph = new PhraseGraph(
                Arrays.copyOf(payloads, expanded),
                Arrays.copyOf(anyWord, expanded),
                Arrays.copyOf(firstStep, expanded + 1),
                Arrays.copyOf(words, steps),
                Arrays.copyOf(targets, steps),
                skippable.stream().mapToInt(Integer::intValue).sorted().toArray());
        return new PhraseMinimizer(graph).minimal();
    }

    private void expand(int node, int[] members) {
        int[] always = network.afterAnyWord(members);
        if (always.length > 0) {
            anyWord[node] = node(always);
        }
        long[] moves = network.moves(members);
        Arrays.sort(moves); // by word, then by target
        for (int from = 0; from < moves.length; ) {
            int word = (int) (moves[from] >>> 32);
            int to = from + 1;
            while (to < moves.length && (int) (moves[to] >>> 32) == word) {
                to++;
            }
            // a skippable word that leads on may as well be skipped
            int[] staying = node != ROOT && skippable.contains(word) ? network.staying(members) : NONE;
            int[] reached = Arrays.copyOf(always, always.length + to - from + staying.length);
            for (int i = from; i < to; i++) {
                reached[always.length + i - from] = (int) moves[i];
            }
            System.arraycopy(staying, 0, reached, reached.length - staying.length, staying.length);
            step(word, node(reached));
            from = to;
        }
    }

    private void step(int word, int target) {
        if (steps == words.length) {
            words = Arrays.copyOf(words, 2 * steps);
            targets = Arrays.copyOf(targets, 2 * steps);
        }
        words[steps] = word;
        targets[steps++] = target;
    }

    private int node(int[] reached) {
        IntBuffer members = IntBuffer.wrap(network.closure(reached)); // compared by its content
        Integer known = nodes.get(members);
        if (known != null) {
            return known;
        }
        int node = nodes.size();
        if (node == payloads.length) {
            payloads = Arrays.copyOf(payloads, 2 * node);
            anyWord = Arrays.copyOf(anyWord, 2 * node);
            firstStep = Arrays.copyOf(firstStep, 2 * node + 1);
        }
        for (int state : members.array()) {
            int payload = network.payload(state);
            if (payload != 0) {
                payloads[node] = payloads[node] == 0 ? payload : merge.applyAsInt(payloads[node], payload);
            }
        }
        nodes.put(members, node);
        open.add(members);
        return node;
    }
}
