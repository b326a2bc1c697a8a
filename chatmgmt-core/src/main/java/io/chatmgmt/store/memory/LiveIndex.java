package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All conversations of all tenants, laid out to be listed and counted. Thread-safe. */
final class LiveIndex {

    private static final LiveTable NOTHING = new LiveTable();

    private final ConcurrentMap<String, LiveTable> tables = new ConcurrentHashMap<>();

    /** The conversations of a tenant. */
    LiveTable of(String tenant) {
        return tables.getOrDefault(tenant, NOTHING);
    }

    /** Takes the next version of a conversation in, under its lock. */
    void put(Entry entry, Conversation next) {
        LiveSegment segment = entry.live;
        if (segment == null) {
            segment = tables.computeIfAbsent(entry.id.tenant(), tenant -> new LiveTable())
                    .segment(entry.id);
            entry.live = segment;
        }
        segment.put(entry, next);
    }

    /** A conversation is no longer there; under its lock. */
    void remove(Entry entry) {
        LiveSegment segment = entry.live;
        if (segment != null) {
            segment.remove(entry);
            entry.live = null;
        }
    }
}
