package io.chatmgmt.store.memory;

import io.chatmgmt.store.FrontDoorCrashContract;
import io.chatmgmt.store.GovernanceStore;

class InMemoryFrontDoorCrashTest extends FrontDoorCrashContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }
}
