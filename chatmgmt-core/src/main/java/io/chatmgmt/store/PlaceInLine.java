package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a conversation stands in its queue, or would stand: first by key, then by age, then by id. Immutable.
 *
 * @param orderKey the key, see {@link Handoff#orderKey()}
 * @param openedAt when the conversation was opened
 * @param id its id
 */
public record PlaceInLine(Instant orderKey, Instant openedAt, String id) {

    /** Checks for nulls. */
    public PlaceInLine {
        Objects.requireNonNull(orderKey, "orderKey");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(id, "id");
    }

    /**
     * The place of a conversation that waits.
     *
     * @param row its row, with a handoff
     * @return the place
     */
    public static PlaceInLine of(Conversation row) {
        Handoff handoff = Objects.requireNonNull(row.handoff(), "handoff");
        return new PlaceInLine(handoff.orderKey(), row.openedAt(), row.id().value());
    }
}
