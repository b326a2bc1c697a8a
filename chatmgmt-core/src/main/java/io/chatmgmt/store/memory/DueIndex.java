package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Conversations in order of their due time's lower bound. Thread-safe. */
final class DueIndex {

    private final ConcurrentNavigableMap<TimePlace, Entry> places = new ConcurrentSkipListMap<>();

    void add(TimePlace place, Entry entry) {
        places.put(place, entry);
    }

    void remove(TimePlace place) {
        places.remove(place);
    }

    List<ConversationId> due(Instant now, int limit) {
        List<ConversationId> ids = new ArrayList<>();
        for (Map.Entry<TimePlace, Entry> each : places.entrySet()) {
            if (ids.size() == limit || each.getKey().at().isAfter(now)) {
                break;
            }
            if (holds(each)) {
                ids.add(each.getKey().id());
            }
        }
        return List.copyOf(ids);
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
