package io.chatmgmt.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a handoff has been, so that it neither runs in circles nor is forgotten. Immutable.
 *
 * @param offers how often it was offered in vain in this queue since an agent last had it; a call counts as one
 * @param hops how often it was passed on
 * @param visited the queues that it has left, at most {@value #MAX_VISITED}
 * @param rung how much it has given up of what it asked for, 0 for nothing
 */
public record HandoffPath(int offers, int hops, List<String> visited, int rung) {

    /** The most queues that are remembered; the oldest are forgotten. */
    public static final int MAX_VISITED = 20;

    /** Nowhere yet. */
    public static final HandoffPath NONE = new HandoffPath(0, 0, List.of(), 0);

    /** Copies the queues. */
    public HandoffPath {
        visited = List.copyOf(visited);
    }

    HandoffPath refused() {
        return new HandoffPath(offers + 1, hops, visited, rung);
    }

    HandoffPath leaving(String queue, boolean forAnother) {
        if (!forAnother) {
            return new HandoffPath(offers, hops + 1, visited, rung);
        }
        List<String> more = new ArrayList<>(visited);
        more.remove(queue);
        more.add(queue);
        return new HandoffPath(0, hops + 1, more.size() > MAX_VISITED ? more.subList(1, more.size()) : more, 0);
    }

    HandoffPath taken() {
        return offers == 0 ? this : new HandoffPath(0, hops, visited, rung);
    }

    HandoffPath on(int rung) {
        return new HandoffPath(offers, hops, visited, rung);
    }
}
