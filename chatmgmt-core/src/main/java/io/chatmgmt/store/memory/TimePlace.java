package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The place of a conversation among others in order of a time; ids break ties. Immutable. */
record TimePlace(Instant at, ConversationId id) implements Comparable<TimePlace> {

    /**
     * The due place after a commit. What is due is a lower bound, so a deadline that moves later, or goes away, leaves the
     * place as it was.
     */
    static @Nullable TimePlace dueAfter(@Nullable TimePlace now, Conversation row) {
        Instant due = row.dueAt();
        if (due == null || (now != null && !due.isBefore(now.at))) {
            return now;
        }
        return new TimePlace(due, row.id());
    }

    @Override
    public int compareTo(TimePlace other) {
        int order = at.compareTo(other.at);
        return order != 0 ? order : OpenIndex.byId(id, other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimePlace place && at.equals(place.at) && id.equals(place.id);
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + id.hashCode();
    }
}
