package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some of a tenant's conversations, open and resolved ones, and what they add up to. Its monitor guards all of it; it is
 * the last lock that a commit takes, and held for a handful of writes.
 *
 * <p>A commit only notes that a conversation has news: whoever looks works them off first. What has changed ten times
 * since somebody looked is counted anew once.
 */
final class LiveSegment {

    /** So many news are worked off also when nobody looks. */
    private static final int MOST_NEWS = 1_024;

    final LiveColumns open = new LiveColumns();
    final LiveColumns resolved = new LiveColumns();

    /** What the open ones add up to. */
    final LiveTotals openTotals = new LiveTotals();

    /** What the resolved ones add up to, by the number of the grain of time in which they were. */
    private final NavigableMap<Long, LiveTotals> resolvedTotals = new TreeMap<>();

    /** Those with news. */
    private final List<Entry> news = new ArrayList<>();

    /** Takes the next version of a conversation in. */
    synchronized void put(Entry entry, Conversation next) {
        if (entry.liveNews == null) {
            news.add(entry);
        }
        entry.liveNews = next;
        if (news.size() == MOST_NEWS) {
            settle();
        }
    }

    /** Works the news off; under the monitor, before anybody looks. */
    void settle() {
        for (int i = 0; i < news.size(); i++) {
            Entry entry = news.get(i);
            Conversation next = entry.liveNews;
            if (next != null) {
                show(entry, entry.liveShown, next);
                entry.liveShown = next;
                entry.liveNews = null;
            }
        }
        news.clear();
    }

    private void show(Entry entry, @Nullable Conversation now, Conversation next) {
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
    synchronized void remove(Entry entry) {
        Conversation last = entry.liveShown;
        if (last != null) {
            columns(last).remove(entry.livePlace);
            subtract(last);
        }
        entry.liveShown = null;
        entry.liveNews = null;
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
