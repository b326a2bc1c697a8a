package io.chatmgmt.language;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntBinaryOperator;

/**
 * Turns the words of phrase expressions into the table of a {@link PhraseSet}: one node for each set of states that a text
 * can be in (the subset construction). What follows an alternative is stored once, however many alternatives lead there.
 */
final class PhraseCompiler {

    static final int ROOT = 0;

    /** A node of its own whose words are the skippable ones. */
    static final int SKIPPABLE = -1;

    private static final int[] NONE = {};

    private final PhraseNetwork network;
    private final IntBinaryOperator merge;
    private final WordTable steps = new WordTable();
    private final Map<IntBuffer, Integer> nodes = new HashMap<>();
    private final Deque<IntBuffer> open = new ArrayDeque<>();
    private int[] payloads = new int[256];
    private int[] anyWord = new int[256];

    PhraseCompiler(PhraseNetwork network, Collection<Integer> skippable, IntBinaryOperator merge) {
        this.network = network;
        this.merge = merge;
        skippable.forEach(word -> steps.put(SKIPPABLE, word, 1));
    }

    PhraseSet compile() {
        node(new int[] {PhraseNetwork.START});
        for (IntBuffer next = open.poll(); next != null; next = open.poll()) {
            expand(Objects.requireNonNull(nodes.get(next), "node"), next.array());
        }
        return new PhraseSet(steps, Arrays.copyOf(payloads, nodes.size()), Arrays.copyOf(anyWord, nodes.size()));
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
            int[] staying = node != ROOT && steps.get(SKIPPABLE, word) != 0 ? network.staying(members) : NONE;
            int[] targets = Arrays.copyOf(always, always.length + to - from + staying.length);
            for (int i = from; i < to; i++) {
                targets[always.length + i - from] = (int) moves[i];
            }
            System.arraycopy(staying, 0, targets, targets.length - staying.length, staying.length);
            steps.put(node, word, node(targets));
            from = to;
        }
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
