package io.chatmgmt.store.cache;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernanceStoreContract;
import io.chatmgmt.store.memory.InMemoryStore;

class CachingStoreContractTest extends GovernanceStoreContract {

    @Override
    protected GovernanceStore create() {
        return CachingStore.of(InMemoryStore.ofDefaults());
    }

    @Override
    protected int rounds() {
        return 20;
    }
}
