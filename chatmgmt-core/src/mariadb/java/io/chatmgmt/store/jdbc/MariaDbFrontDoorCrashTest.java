package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorCrashContract;
import io.chatmgmt.store.GovernanceStore;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbFrontDoorCrashTest extends FrontDoorCrashContract {

    @Override
    protected GovernanceStore create() {
        return MariaDbServer.SHARED.empty();
    }
}
