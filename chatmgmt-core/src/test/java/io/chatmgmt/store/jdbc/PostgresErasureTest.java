package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.ErasureContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;

class PostgresErasureTest extends ErasureContract {

    @Override
    protected GovernanceStore create() {
        return PostgresServer.SHARED.empty();
    }

    @Override
    protected List<String> everything() {
        return PostgresServer.SHARED.everything();
    }
}
