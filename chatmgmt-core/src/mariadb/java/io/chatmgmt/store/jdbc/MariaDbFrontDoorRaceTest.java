package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.FrontDoorRaceContract;
import io.chatmgmt.store.GovernanceStore;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbFrontDoorRaceTest extends FrontDoorRaceContract {

    @Override
    protected GovernanceStore create() {
        return MariaDbServer.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 3;
    }
}
