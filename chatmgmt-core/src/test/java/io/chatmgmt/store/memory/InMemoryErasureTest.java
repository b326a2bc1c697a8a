package io.chatmgmt.store.memory;

import io.chatmgmt.store.ErasureContract;
import io.chatmgmt.store.GovernanceStore;

class InMemoryErasureTest extends ErasureContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }
}
