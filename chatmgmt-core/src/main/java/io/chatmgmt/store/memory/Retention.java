package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.StoreFullException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

/** Keeps the number of conversations within the bound: whoever was resolved first goes first. Thread-safe. */
final class Retention {

    private final ConcurrentNavigableMap<TimePlace, Entry> resolved = new ConcurrentSkipListMap<>();
    private final AtomicLong size = new AtomicLong();
    private final long bound;

    Retention(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("maxConversations must be at least 1: " + bound);
        }
        this.bound = bound;
    }

    /**
     * Makes room for one more conversation.
     *
     * @param dropping takes one out of the store and answers true, unless it has been reopened meanwhile
     * @throws StoreFullException when there is no room
     */
    void admit(ConversationId id, BiPredicate<Entry, TimePlace> dropping) {
        if (size.incrementAndGet() > bound) {
            if (!dropOldest(dropping)) {
                size.decrementAndGet();
                throw new StoreFullException(id, bound);
            }
            size.decrementAndGet();
        }
    }

    /** One conversation is not there after all. */
    void release() {
        size.decrementAndGet();
    }

    /** Notes, under the conversation's lock, whether it may be dropped from now on. */
    void note(Entry entry, Snapshot snapshot) {
        TimePlace place = entry.resolved;
        if (snapshot.row.isOpen()) {
            if (place != null) {
                entry.resolved = null;
                resolved.remove(place);
            }
        } else if (place == null) {
            Instant at = snapshot.row.episode().resolvedAt();
            place = new TimePlace(at == null ? snapshot.row.lastAt() : at, entry.id);
            entry.resolved = place;
            resolved.put(place, entry);
        }
    }

    /**
     * Takes out what was resolved before a moment.
     *
     * @param dropping takes one out of the store and answers true, unless it has to stay
     */
    List<ConversationId> remove(String tenant, Instant before, int limit, BiPredicate<Entry, TimePlace> dropping) {
        List<ConversationId> removed = new ArrayList<>();
        for (Map.Entry<TimePlace, Entry> each : resolved.entrySet()) {
            TimePlace place = each.getKey();
            if (removed.size() == limit || !place.at().isBefore(before)) {
                break;
            }
            if (place.id().tenant().equals(tenant) && dropping.test(each.getValue(), place)) {
                resolved.remove(place);
                size.decrementAndGet();
                removed.add(place.id());
            }
        }
        return removed;
    }

    private boolean dropOldest(BiPredicate<Entry, TimePlace> dropping) {
        Map.Entry<TimePlace, Entry> oldest = resolved.pollFirstEntry();
        while (oldest != null && !dropping.test(oldest.getValue(), oldest.getKey())) {
            oldest = resolved.pollFirstEntry();
        }
        return oldest != null;
    }
}
