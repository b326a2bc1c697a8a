package io.chatmgmt.store.memory;

import io.chatmgmt.store.JournalPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations changed lately, by the second, from the first time on that anybody asks. A conversation is noted
 * once for each second in which it changed; whoever asks for changes of long ago has to look at all of them. Thread-safe.
 */
final class ChangeIndex {

    /** How far back changes are known, from the latest one on. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final ConcurrentMap<String, Seconds> tenants = new ConcurrentHashMap<>();
    private final Lock starting = new ReentrantLock();

    /** Whether changes are noted; written under the lock, and before the first look at what has been. */
    private volatile boolean noting;

    /** Whether all that has been before is noted, too. */
    private volatile boolean complete;

    /** The conversations of one second. */
    private record Second(long number, Queue<Entry> entries) {}

    /** The seconds of one tenant. */
    private static final class Seconds {

        private final NavigableMap<Long, Second> known = new ConcurrentSkipListMap<>();
        private volatile Second latest = new Second(Long.MIN_VALUE / 2, new ConcurrentLinkedQueue<>());

        private void note(long number, Entry entry) {
            Second second = latest;
            if (number <= second.number - KEPT.toSeconds()) {
                return;
            }
            if (second.number != number) {
                second = known.computeIfAbsent(number, each -> new Second(each, new ConcurrentLinkedQueue<>()));
                if (number > latest.number) {
                    latest = second;
                    known.headMap(number - KEPT.toSeconds()).clear();
                }
            }
            second.entries.add(entry);
        }
    }

    /** Notes a change, under the conversation's lock. */
    void note(Entry entry, Instant at) {
        if (!noting) {
            return;
        }
        long second = at.getEpochSecond();
        if (entry.changedIn != second) {
            entry.changedIn = second;
            tenants.computeIfAbsent(entry.id.tenant(), tenant -> new Seconds()).note(second, entry);
        }
    }

    /**
     * The conversations that changed since a time, among others; null when that is too long ago to be known.
     *
     * @param all every conversation that there is
     */
    @Nullable
    Collection<Entry> since(String tenant, Instant from, Collection<Entry> all) {
        if (!complete) {
            start(all);
        }
        Seconds seconds = tenants.get(tenant);
        if (seconds == null) {
            return Set.of();
        }
        long first = from.getEpochSecond();
        if (first <= seconds.latest.number - KEPT.toSeconds()) {
            return null;
        }
        Set<Entry> entries = new HashSet<>();
        seconds.known.tailMap(first, true).values().forEach(second -> entries.addAll(second.entries));
        return entries;
    }

    /** Begins to note: a commit that does not see so yet is seen here, since both hold the conversation's lock. */
    private void start(Collection<Entry> all) {
        starting.lock();
        try {
            if (!complete) {
                noting = true;
                for (Entry entry : all) {
                    synchronized (entry) {
                        Snapshot now = entry.current();
                        if (now != null) {
                            note(entry, now.lastJournal().at());
                        }
                    }
                }
                complete = true;
            }
        } finally {
            starting.unlock();
        }
    }

    /** The place of a conversation's latest change, null when it is gone or did not change since. */
    static @Nullable JournalPlace placeSince(Entry entry, Instant from) {
        Snapshot now = entry.current();
        return now == null || now.lastJournal().at().isBefore(from) ? null : JournalPlace.of(now.lastJournal());
    }
}
