package io.chatmgmt.spring.web;

import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.JournalPlace;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation that has changed, on its way to the readers: written once for each set of things that readers may do with
 * it. Not thread-safe.
 */
final class FeedRow {

    private final Conversation conversation;
    private final @Nullable Text latest;
    private final Rows rows;
    private final JsonMapper mapper;
    private final Map<Set<Permission>, byte[]> written = new HashMap<>();

    FeedRow(Conversation conversation, @Nullable Text latest, Rows rows, JsonMapper mapper) {
        this.conversation = conversation;
        this.latest = latest;
        this.rows = rows;
        this.mapper = mapper;
    }

    long version() {
        return conversation.version();
    }

    /** The event for one reader; null when the conversation is not for their eyes. */
    byte @Nullable [] forReader(FeedReader reader) {
        Set<Permission> actions = reader.desk().permissions(conversation);
        return actions.contains(Permission.VIEW) ? written.computeIfAbsent(actions, this::write) : null;
    }

    private byte[] write(Set<Permission> actions) {
        FeedPosition position = new FeedPosition(
                new JournalPlace(conversation.lastAt(), conversation.id().value(), conversation.version()));
        return FeedEvent.of("conversation", position, mapper.writeValueAsBytes(rows.of(conversation, latest, actions)));
    }
}
