package io.chatmgmt.store.memory;

/** Names a customer within a tenant. Immutable. */
record CustomerKey(String tenant, String id) {}
