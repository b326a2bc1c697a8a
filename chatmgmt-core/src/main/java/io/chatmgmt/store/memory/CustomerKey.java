package io.chatmgmt.store.memory;

/** Names a customer within a tenant. Immutable. */
record CustomerKey(String tenant, String id) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerKey key && id.equals(key.id) && tenant.equals(key.tenant);
    }

    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + id.hashCode();
    }
}
