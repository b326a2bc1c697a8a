package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.store.PlaceInLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Who is queued where, in the order of serving. Thread-safe. */
final class QueueIndex {

    private final ConcurrentNavigableMap<QueuePlace, Entry> places = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Queue, Integer> depths = new ConcurrentHashMap<>();

    private record Queue(String tenant, String name) {

        private static Queue of(QueuePlace place) {
            return new Queue(place.tenant(), place.queue());
        }
    }

    void add(QueuePlace place, Entry entry) {
        if (places.put(place, entry) == null) {
            depths.merge(Queue.of(place), 1, Integer::sum);
        }
    }

    void remove(QueuePlace place) {
        if (places.remove(place) != null) {
            depths.computeIfPresent(Queue.of(place), (queue, depth) -> depth == 1 ? null : depth - 1);
        }
    }

    List<Conversation> queued(String tenant, String queue, int limit) {
        List<Conversation> rows = new ArrayList<>();
        QueuePlace first = QueuePlace.before(tenant, queue);
        for (Map.Entry<QueuePlace, Entry> each :
                places.subMap(first, first.behindQueue()).entrySet()) {
            Conversation row = waiting(each);
            if (row != null) {
                rows.add(row);
                if (rows.size() == limit) {
                    break;
                }
            }
        }
        return List.copyOf(rows);
    }

    /** Counts who waits, ahead of a row if one is given; stops at the limit. */
    int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit) {
        if (behind == null) {
            return Math.min(limit, depths.getOrDefault(new Queue(tenant, queue), 0));
        }
        QueuePlace first = QueuePlace.before(tenant, queue);
        QueuePlace end = new QueuePlace(tenant, queue, behind.orderKey(), behind.openedAt(), behind.id());
        int waiting = 0;
        for (Map.Entry<QueuePlace, Entry> each : places.subMap(first, end).entrySet()) {
            if (waiting(each) != null && ++waiting == limit) {
                break;
            }
        }
        return waiting;
    }

    Set<String> queues(String tenant) {
        Set<String> names = new HashSet<>();
        QueuePlace first = QueuePlace.before(tenant, "");
        ConcurrentNavigableMap<QueuePlace, Entry> ofTenant = places.subMap(first, first.behindTenant());
        Map.Entry<QueuePlace, Entry> each = ofTenant.firstEntry();
        while (each != null) {
            QueuePlace place = each.getKey();
            boolean waits = waiting(each) != null;
            if (waits) {
                names.add(place.queue());
            }
            each = ofTenant.higherEntry(waits ? place.behindQueue() : place);
        }
        return Set.copyOf(names);
    }

    Set<String> tenants() {
        Set<String> names = new HashSet<>();
        Map.Entry<QueuePlace, Entry> each = places.firstEntry();
        while (each != null) {
            QueuePlace place = each.getKey();
            boolean waits = waiting(each) != null;
            if (waits) {
                names.add(place.tenant());
            }
            each = places.higherEntry(waits ? place.behindTenant() : place);
        }
        return Set.copyOf(names);
    }

    /** A place counts while its conversation's snapshot has it: others are about to come, or have just been left. */
    private static @Nullable Conversation waiting(Map.Entry<QueuePlace, Entry> each) {
        Snapshot snapshot = each.getValue().current();
        return snapshot != null && each.getKey().equals(snapshot.queued) ? snapshot.row : null;
    }
}
