package io.chatmgmt.store.memory;

import io.chatmgmt.store.FrontDoorRaceContract;
import io.chatmgmt.store.GovernanceStore;

class InMemoryFrontDoorRaceTest extends FrontDoorRaceContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }
}
