package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.CustomerHistory;
import org.jspecify.annotations.Nullable;

/** What is known of one customer, and how many of the conversations in the store are theirs. */
final class KnownCustomer {

    final CustomerKey key;
    final Cell<CustomerHistory> history = new Cell<>(CustomerHistory.NONE);

    /** When and where the last agent and the last rating come from; under the lock of the history. */
    @Nullable
    TimePlace agentFrom;

    @Nullable
    TimePlace ratingFrom;

    /** Written by {@link Customers} only, under the lock of its map. */
    int conversations;

    KnownCustomer(CustomerKey key) {
        this.key = key;
    }
}
