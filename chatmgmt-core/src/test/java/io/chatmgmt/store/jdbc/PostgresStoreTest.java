package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernanceStoreContract;

class PostgresStoreTest extends GovernanceStoreContract {

    @Override
    protected GovernanceStore create() {
        return PostgresServer.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 8;
    }
}
