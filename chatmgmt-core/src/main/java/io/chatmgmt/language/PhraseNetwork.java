package io.chatmgmt.language;

import java.util.Arrays;

/** Phrase expressions as they were written: states, and words (or nothing) that lead from one to the next. */
final class PhraseNetwork {

    /** Where every phrase begins. */
    static final int START = 0;

    static final long NO_WORD = 0;
    static final long ANY_WORD = -1;

    private int states = 1;
    private int[] firstEdge = unlinked(1_024);
    private int[] payloads = new int[1_024];
    private boolean[] tolerant = new boolean[1_024];
    private int[] seen = new int[1_024];
    private int round;
    private int edges;
    private long[] edgeWord = new long[1_024];
    private int[] edgeTo = new int[1_024];
    private int[] nextEdge = new int[1_024];

    private static int[] unlinked(int size) {
        int[] array = new int[size];
        Arrays.fill(array, -1);
        return array;
    }

    /** Adds some states in a row; tolerant ones let skippable words pass once a phrase has begun. */
    int newStates(int count, boolean toleratesSkippable) {
        while (states + count > payloads.length) {
            payloads = Arrays.copyOf(payloads, 2 * payloads.length);
            seen = Arrays.copyOf(seen, payloads.length);
            tolerant = Arrays.copyOf(tolerant, payloads.length);
            int linked = firstEdge.length;
            firstEdge = Arrays.copyOf(firstEdge, payloads.length);
            Arrays.fill(firstEdge, linked, firstEdge.length, -1);
        }
        Arrays.fill(tolerant, states, states + count, toleratesSkippable);
        states += count;
        return states - count;
    }

    boolean tolerant(int state) {
        return tolerant[state];
    }

    void phrase(int start, int end, int payload) {
        payloads[end] = payload;
        edge(START, NO_WORD, start);
    }

    int payload(int state) {
        return payloads[state];
    }

    /** How many words it takes at least from one state to another, as far as {@code most}. */
    int fewestWords(int start, int end, int most) {
        int[] reached = closure(new int[] {start});
        for (int words = 0; words < most; words++) {
            if (Arrays.binarySearch(reached, end) >= 0) {
                return words;
            }
            long[] moves = moves(reached);
            int[] always = afterAnyWord(reached);
            int[] next = Arrays.copyOf(always, always.length + moves.length);
            for (int i = 0; i < moves.length; i++) {
                next[always.length + i] = (int) moves[i];
            }
            reached = closure(next);
        }
        return most;
    }

    /** Leads from one state to another by a word's hash, unsigned, or by {@link #NO_WORD} or {@link #ANY_WORD}. */
    void edge(int from, long word, int to) {
        if (edges == edgeTo.length) {
            edgeWord = Arrays.copyOf(edgeWord, 2 * edges);
            edgeTo = Arrays.copyOf(edgeTo, 2 * edges);
            nextEdge = Arrays.copyOf(nextEdge, 2 * edges);
        }
        edgeWord[edges] = word;
        edgeTo[edges] = to;
        nextEdge[edges] = firstEdge[from];
        firstEdge[from] = edges++;
    }

    /** The states reachable from some states without a word, sorted, those states included. */
    int[] closure(int[] from) {
        round++;
        int[] reached = new int[Math.max(8, from.length)];
        int size = 0;
        for (int state : from) {
            if (seen[state] != round) {
                seen[state] = round;
                reached[size++] = state;
            }
        }
        for (int next = 0; next < size; next++) {
            for (int edge = firstEdge[reached[next]]; edge >= 0; edge = nextEdge[edge]) {
                int to = edgeTo[edge];
                if (edgeWord[edge] == NO_WORD && seen[to] != round) {
                    seen[to] = round;
                    reached = size == reached.length ? Arrays.copyOf(reached, 2 * size) : reached;
                    reached[size++] = to;
                }
            }
        }
        int[] sorted = Arrays.copyOf(reached, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The words that lead on from some states, each in the upper half with its target in the lower. */
    long[] moves(int[] from) {
        long[] moves = new long[8];
        int size = 0;
        for (int state : from) {
            for (int edge = firstEdge[state]; edge >= 0; edge = nextEdge[edge]) {
                if (edgeWord[edge] != NO_WORD && edgeWord[edge] != ANY_WORD) {
                    moves = size == moves.length ? Arrays.copyOf(moves, 2 * size) : moves;
                    moves[size++] = edgeWord[edge] << 32 | edgeTo[edge];
                }
            }
        }
        return Arrays.copyOf(moves, size);
    }

    /** Those of some states, START not among them, that a skippable word leaves unchanged. */
    int[] staying(int[] from) {
        int[] staying = new int[from.length];
        int size = 0;
        for (int state : from) {
            if (tolerant[state] && leadsOn(state)) {
                staying[size++] = state;
            }
        }
        return Arrays.copyOf(staying, size);
    }

    private boolean leadsOn(int state) {
        for (int edge = firstEdge[state]; edge >= 0; edge = nextEdge[edge]) {
            if (edgeWord[edge] != NO_WORD) {
                return true;
            }
        }
        return false;
    }

    /** Where any word at all leads from some states. */
    int[] afterAnyWord(int[] from) {
        int[] targets = new int[0];
        for (int state : from) {
            for (int edge = firstEdge[state]; edge >= 0; edge = nextEdge[edge]) {
                if (edgeWord[edge] == ANY_WORD) {
                    targets = Arrays.copyOf(targets, targets.length + 1);
                    targets[targets.length - 1] = edgeTo[edge];
                }
            }
        }
        return targets;
    }
}
