package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorRaceContract;
import io.chatmgmt.store.GovernanceStore;

class PostgresFrontDoorRaceTest extends FrontDoorRaceContract {

    @Override
    protected GovernanceStore create() {
        return PostgresServer.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 3;
    }
}
