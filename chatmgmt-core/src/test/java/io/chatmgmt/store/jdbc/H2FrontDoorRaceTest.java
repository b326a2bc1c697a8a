package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorRaceContract;
import io.chatmgmt.store.GovernanceStore;

class H2FrontDoorRaceTest extends FrontDoorRaceContract {

    @Override
    protected GovernanceStore create() {
        return H2Databases.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 3;
    }
}
