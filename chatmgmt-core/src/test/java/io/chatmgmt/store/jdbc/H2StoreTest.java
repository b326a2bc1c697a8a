package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernanceStoreContract;

class H2StoreTest extends GovernanceStoreContract {

    @Override
    protected GovernanceStore create() {
        return H2Databases.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 8;
    }
}
