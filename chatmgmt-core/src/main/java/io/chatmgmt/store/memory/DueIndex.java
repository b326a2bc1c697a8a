package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Conversations in order of their due time's lower bound. Thread-safe. */
final class DueIndex {

    private static final int MOST_LOOKS = 16;

    private final AtomicLong moves = new AtomicLong();
    private final ConcurrentNavigableMap<TimePlace, Entry> places = new ConcurrentSkipListMap<>();

    void add(TimePlace place, Entry entry) {
        places.put(place, entry);
    }

    void remove(TimePlace place) {
        places.remove(place);
        moves.incrementAndGet();
    }

    /** A conversation that moves to an earlier place behind the scan's back would be missed: then it looks again. */
    List<ConversationId> due(Instant now, int limit) {
        Set<ConversationId> ids = new LinkedHashSet<>();
        long before;
        int looks = 0;
        do {
            before = moves.get();
            collect(now, limit, ids);
        } while (moves.get() != before && ids.size() < limit && ++looks < MOST_LOOKS);
        return List.copyOf(ids);
    }

    private void collect(Instant now, int limit, Set<ConversationId> ids) {
        for (Map.Entry<TimePlace, Entry> each : places.entrySet()) {
            if (ids.size() == limit || each.getKey().at().isAfter(now)) {
                return;
            }
            Snapshot snapshot = each.getValue().current();
            TimePlace due = snapshot == null ? null : snapshot.due;
            if (due != null && !due.at().isAfter(now)) {
                ids.add(each.getKey().id());
            }
        }
    }

    Optional<Instant> next() {
        for (Map.Entry<TimePlace, Entry> each : places.entrySet()) {
            if (holds(each)) {
                return Optional.of(each.getKey().at());
            }
        }
        return Optional.empty();
    }

    /** A place counts while its conversation's snapshot has it: others are about to come, or have just been left. */
    private static boolean holds(Map.Entry<TimePlace, Entry> each) {
        Snapshot snapshot = each.getValue().current();
        return snapshot != null && each.getKey().equals(snapshot.due);
    }
}
