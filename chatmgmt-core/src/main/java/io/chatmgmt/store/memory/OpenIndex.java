package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The conversations that are not resolved, in order of id. Thread-safe. */
final class OpenIndex {

    /** The least id that there can be. */
    private static final String FIRST = "\0";

    private final ConcurrentNavigableMap<ConversationId, Entry> open = new ConcurrentSkipListMap<>(OpenIndex::byId);

    /** The order of ids: by tenant, then by value. */
    static int byId(ConversationId one, ConversationId other) {
        int order = one.tenant().compareTo(other.tenant());
        return order != 0 ? order : one.value().compareTo(other.value());
    }

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

    List<Conversation> heldBy(AgentId agent, int limit) {
        List<Conversation> rows = new ArrayList<>();
        for (Entry entry :
                open.tailMap(new ConversationId(agent.tenant(), FIRST)).values()) {
            if (!entry.id.tenant().equals(agent.tenant()) || rows.size() == limit) {
                break;
            }
            Snapshot snapshot = entry.current();
            if (snapshot != null && snapshot.row.isOpen() && snapshot.row.isHeldBy(agent)) {
                rows.add(snapshot.row);
            }
        }
        return List.copyOf(rows);
    }
}
