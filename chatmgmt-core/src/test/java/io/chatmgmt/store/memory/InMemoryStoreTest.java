package io.chatmgmt.store.memory;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernanceStoreContract;

class InMemoryStoreTest extends GovernanceStoreContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }

    @Override
    protected int rounds() {
        return 1_000;
    }
}
