package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.CustomerHistory;

/** What is known of one customer, and how many of the conversations in the store are theirs. */
final class KnownCustomer {

    final CustomerKey key;
    final Cell<CustomerHistory> history = new Cell<>(CustomerHistory.NONE);

    /** Written by {@link Customers} only, under the lock of its map. */
    int conversations;

    KnownCustomer(CustomerKey key) {
        this.key = key;
    }
}
