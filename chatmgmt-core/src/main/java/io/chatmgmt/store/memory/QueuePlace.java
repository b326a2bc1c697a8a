package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The place of a conversation among all that are queued: by tenant and queue, then in the order of serving. Immutable. */
record QueuePlace(String tenant, String queue, Instant orderKey, Instant openedAt, String id)
        implements Comparable<QueuePlace> {

    /** The place after a commit, null when the row does not wait without a live offer. */
    static @Nullable QueuePlace after(@Nullable QueuePlace now, Conversation row) {
        Handoff handoff = row.handoff();
        if (handoff == null || handoff.state() != HandoffState.QUEUED) {
            return null;
        }
        QueuePlace next = new QueuePlace(
                row.id().tenant(),
                handoff.queue(),
                handoff.orderKey(),
                row.openedAt(),
                row.id().value());
        return next.equals(now) ? now : next;
    }

    /** A place before all others of a queue, and of all queues that come later in order of name. */
    static QueuePlace before(String tenant, String queue) {
        return new QueuePlace(tenant, queue, Instant.MIN, Instant.MIN, "");
    }

    /** A place behind all others of this one's queue. */
    QueuePlace behindQueue() {
        return before(tenant, queue + '\0');
    }

    /** A place behind all others of this one's tenant. */
    QueuePlace behindTenant() {
        return before(tenant + '\0', "");
    }

    @Override
    public int compareTo(QueuePlace other) {
        int order = tenant.compareTo(other.tenant);
        order = order != 0 ? order : queue.compareTo(other.queue);
        order = order != 0 ? order : orderKey.compareTo(other.orderKey);
        order = order != 0 ? order : openedAt.compareTo(other.openedAt);
        return order != 0 ? order : id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueuePlace place && compareTo(place) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + orderKey.hashCode();
    }
}
