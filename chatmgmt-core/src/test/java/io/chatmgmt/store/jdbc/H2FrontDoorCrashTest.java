package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorCrashContract;
import io.chatmgmt.store.GovernanceStore;

class H2FrontDoorCrashTest extends FrontDoorCrashContract {

    @Override
    protected GovernanceStore create() {
        return H2Databases.SHARED.empty();
    }
}
