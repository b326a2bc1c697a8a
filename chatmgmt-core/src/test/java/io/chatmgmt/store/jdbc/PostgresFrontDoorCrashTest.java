package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorCrashContract;
import io.chatmgmt.store.GovernanceStore;

class PostgresFrontDoorCrashTest extends FrontDoorCrashContract {

    @Override
    protected GovernanceStore create() {
        return PostgresServer.SHARED.empty();
    }
}
