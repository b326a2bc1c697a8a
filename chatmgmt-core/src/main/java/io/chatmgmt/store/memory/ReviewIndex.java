package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.store.JournalPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The journal rows that tell of reviews, in order of time. Thread-safe. */
final class ReviewIndex {

    private final ConcurrentMap<String, ConcurrentNavigableMap<JournalPlace, JournalRow>> rows =
            new ConcurrentHashMap<>();

    void add(JournalRow row) {
        rows.computeIfAbsent(row.conversation().tenant(), tenant -> new ConcurrentSkipListMap<>())
                .put(JournalPlace.of(row), row);
    }

    void remove(JournalRow row) {
        ConcurrentNavigableMap<JournalPlace, JournalRow> ofTenant =
                rows.get(row.conversation().tenant());
        if (ofTenant != null) {
            ofTenant.remove(JournalPlace.of(row));
        }
    }

    List<JournalRow> rows(String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        List<JournalRow> found = new ArrayList<>();
        ConcurrentNavigableMap<JournalPlace, JournalRow> ofTenant = rows.get(tenant);
        JournalPlace first = new JournalPlace(from, "", 0);
        if (ofTenant == null || !from.isBefore(before)) {
            return List.of();
        }
        JournalPlace start = after == null || after.compareTo(first) < 0 ? first : after;
        for (JournalRow row : ofTenant.tailMap(start, false).values()) {
            if (!row.at().isBefore(before) || found.size() == limit) {
                break;
            }
            found.add(row);
        }
        return List.copyOf(found);
    }
}
