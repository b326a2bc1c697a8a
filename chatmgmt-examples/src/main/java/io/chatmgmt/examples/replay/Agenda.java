package io.chatmgmt.examples.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What simulated people are going to do, in order of time, then of being noted. Thread-safe. */
final class Agenda {

    private final Queue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long noted;

    private record Entry(Instant at, long number, Runnable action) {}

    synchronized void add(Instant at, Runnable action) {
        entries.add(new Entry(at, noted++, action));
    }

    /** When the next thing is to be done; null when nothing is. */
    synchronized @Nullable Instant next() {
        Entry first = entries.peek();
        return first == null ? null : first.at();
    }

    /** Takes out the next thing. */
    synchronized Runnable take() {
        return entries.remove().action();
    }
}
