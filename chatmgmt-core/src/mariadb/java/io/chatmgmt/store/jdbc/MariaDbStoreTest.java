package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernanceStoreContract;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbStoreTest extends GovernanceStoreContract {

    @Override
    protected GovernanceStore create() {
        return MariaDbServer.SHARED.empty();
    }

    @Override
    protected int rounds() {
        return 8;
    }
}
