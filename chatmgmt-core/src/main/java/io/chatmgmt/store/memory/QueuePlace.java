package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The place of a conversation among all that are queued: by tenant and queue, then in the order of serving. Immutable. */
record QueuePlace(String tenant, String queue, Instant orderKey, Instant openedAt, String id)
        implements Comparable<QueuePlace> {

    private static final Comparator<QueuePlace> ORDER = Comparator.comparing(QueuePlace::tenant)
            .thenComparing(QueuePlace::queue)
            .thenComparing(QueuePlace::orderKey)
            .thenComparing(QueuePlace::openedAt)
            .thenComparing(QueuePlace::id);

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
        return ORDER.compare(this, other);
    }
}
