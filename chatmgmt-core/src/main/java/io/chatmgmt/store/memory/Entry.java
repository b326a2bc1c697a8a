package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where one conversation lives. Its monitor is the conversation's lock: everything is written under it, and only the
 * snapshot is read without.
 */
final class Entry {

    final ConversationId id;

    /** Who the customer is, from the first commit on. */
    @Nullable
    KnownCustomer customer;

    /** Its place among the resolved ones, null while open. */
    @Nullable
    TimePlace resolved;

    /** The part of the lists that it is in, null before the first commit and once it is gone. */
    @Nullable
    LiveSegment live;

    /** Its place there; like what follows under the monitor of that part. */
    int livePlace;

    /** The version of the conversation that the lists know, null when they do not know it. */
    @Nullable
    Conversation liveShown;

    /** The version that they have not been told of, null when they know the latest. */
    @Nullable
    Conversation liveNews;

    /** The version up to which its journal is counted. */
    long recorded;

    /** Whether it stands among those whose journals are not. */
    boolean unrecorded;

    /** Whether its journal tells of reviews. */
    boolean reviewed;

    /** The second in which it changed last, since the epoch. */
    long changedIn = Long.MIN_VALUE;

    private boolean gone;
    private volatile @Nullable Snapshot current;

    Entry(ConversationId id) {
        this.id = id;
    }

    /** The conversation as of its last commit, null before the first and once it is gone. */
    @Nullable
    Snapshot current() {
        return current;
    }

    /** Whose conversation it is, as of its last commit. */
    boolean isOf(CustomerKey key) {
        Snapshot now = current;
        return now != null
                && id.tenant().equals(key.tenant())
                && now.row.customer().id().equals(key.id());
    }

    void become(Snapshot next) {
        current = next;
    }

    /** Marks it as taken out of the store: whoever has waited for the lock looks again. */
    void leave() {
        gone = true;
        current = null;
    }

    boolean isGone() {
        return gone;
    }
}
