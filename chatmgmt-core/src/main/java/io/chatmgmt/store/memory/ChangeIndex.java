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
import org.jspecify.annotations.Nullable;

/**
 * Which conversations changed lately, by the second. A conversation is noted once for each second in which it changed,
 * and for as long as anybody follows along; whoever asks for more has to look at all of them. Thread-safe.
 */
final class ChangeIndex {

    /** How far back changes are known, from the latest one on. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final ConcurrentMap<String, Seconds> tenants = new ConcurrentHashMap<>();

    /** The conversations of one second. */
    private record Second(long number, Queue<Entry> entries) {}

    /** The seconds of one tenant. */
    private static final class Seconds {

        private final NavigableMap<Long, Second> known = new ConcurrentSkipListMap<>();
        private volatile Second latest = new Second(Long.MIN_VALUE, new ConcurrentLinkedQueue<>());

        private void note(long number, Entry entry) {
            Second second = latest;
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
        long second = at.getEpochSecond();
        if (entry.changedIn != second) {
            entry.changedIn = second;
            tenants.computeIfAbsent(entry.id.tenant(), tenant -> new Seconds()).note(second, entry);
        }
    }

    /** The conversations that changed since a time, among others; null when that is too long ago to be known. */
    @Nullable
    Collection<Entry> since(String tenant, Instant from) {
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

    /** The place of a conversation's latest change, null when it is gone or did not change since. */
    static @Nullable JournalPlace placeSince(Entry entry, Instant from) {
        Snapshot now = entry.current();
        return now == null || now.lastJournal().at().isBefore(from) ? null : JournalPlace.of(now.lastJournal());
    }
}
