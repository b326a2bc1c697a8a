package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveStore;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some of a tenant's conversations, open and resolved ones, and what they add up to. Its monitor guards all of it; it is
 * the last lock that a commit takes, and held for a handful of writes.
 */
final class LiveSegment {

    final LiveColumns open = new LiveColumns();
    final LiveColumns resolved = new LiveColumns();

    /** What the open ones add up to. */
    final LiveTotals openTotals = new LiveTotals();

    /** What the resolved ones add up to, by the number of the grain of time in which they were. */
    private final NavigableMap<Long, LiveTotals> resolvedTotals = new TreeMap<>();

    /** Takes the next version of a conversation in. */
    synchronized void put(Entry entry, @Nullable Conversation now, Conversation next) {
        if (now == null || now.isOpen() != next.isOpen()) {
            if (now != null) {
                columns(now).remove(entry.livePlace);
                subtract(now);
            }
            entry.livePlace = columns(next).add(next);
        } else {
            columns(next).set(entry.livePlace, now, next);
            subtract(now);
        }
        add(next);
    }

    /** The conversation is no longer there. */
    synchronized void remove(Entry entry, Conversation last) {
        columns(last).remove(entry.livePlace);
        subtract(last);
    }

    private LiveColumns columns(Conversation row) {
        return row.isOpen() ? open : resolved;
    }

    private void add(Conversation row) {
        if (row.isOpen()) {
            openTotals.add(LiveFigures.of(row));
        } else {
            resolvedTotals
                    .computeIfAbsent(grain(row), number -> new LiveTotals())
                    .add(LiveFigures.of(row));
        }
    }

    private void subtract(Conversation row) {
        if (row.isOpen()) {
            openTotals.subtract(LiveFigures.of(row));
        } else {
            resolvedTotals.computeIfPresent(grain(row), (number, totals) -> {
                totals.subtract(LiveFigures.of(row));
                return totals.isEmpty() ? null : totals;
            });
        }
    }

    /** What those add up to that were resolved from one moment on and before another; under the monitor. */
    LiveFigures resolved(Instant from, Instant before) {
        LiveFigures figures = LiveFigures.NONE;
        for (LiveTotals totals :
                resolvedTotals.subMap(grain(from), grain(before)).values()) {
            figures = figures.plus(totals.figures());
        }
        return figures;
    }

    private static long grain(Conversation row) {
        Instant at = row.episode().resolvedAt();
        return grain(at == null ? row.lastAt() : at);
    }

    private static long grain(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), LiveStore.GRAIN.toSeconds());
    }
}
