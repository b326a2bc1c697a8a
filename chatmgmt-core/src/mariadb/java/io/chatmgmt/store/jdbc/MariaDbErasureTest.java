package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.ErasureContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbErasureTest extends ErasureContract {

    @Override
    protected GovernanceStore create() {
        return MariaDbServer.SHARED.empty();
    }

    @Override
    protected List<String> everything() {
        return MariaDbServer.SHARED.everything();
    }
}
