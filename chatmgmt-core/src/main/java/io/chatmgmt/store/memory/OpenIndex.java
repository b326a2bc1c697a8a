package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The conversations that are not resolved, in order of id. Thread-safe. */
final class OpenIndex {

    static final Comparator<ConversationId> BY_ID =
            Comparator.comparing(ConversationId::tenant).thenComparing(ConversationId::value);

    /** The least id that there can be. */
    private static final String FIRST = "\0";

    private final ConcurrentNavigableMap<ConversationId, Entry> open = new ConcurrentSkipListMap<>(BY_ID);

    void add(Entry entry) {
        open.put(entry.id, entry);
    }

    void remove(Entry entry) {
        open.remove(entry.id, entry);
    }

    List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        List<Conversation> rows = new ArrayList<>();
        ConversationId from = new ConversationId(tenant, after == null ? FIRST : after.value());
        for (Entry entry : open.tailMap(from, after == null).values()) {
            if (!entry.id.tenant().equals(tenant)) {
                break;
            }
            Snapshot snapshot = entry.current();
            if (snapshot != null && snapshot.row.isOpen()) {
                rows.add(snapshot.row);
                if (rows.size() == limit) {
                    break;
                }
            }
        }
        return List.copyOf(rows);
    }
}
