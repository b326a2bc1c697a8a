package io.chatmgmt.store.cache;

import io.chatmgmt.store.FrontDoorRaceContract;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.memory.InMemoryStore;

class CachingStoreFrontDoorRaceTest extends FrontDoorRaceContract {

    @Override
    protected GovernanceStore create() {
        return CachingStore.bounded(InMemoryStore.ofDefaults(), 2);
    }

    @Override
    protected int rounds() {
        return 20;
    }
}
