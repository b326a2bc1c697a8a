package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.ErasureContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;

class H2ErasureTest extends ErasureContract {

    @Override
    protected GovernanceStore create() {
        return H2Databases.SHARED.empty();
    }

    @Override
    protected List<String> everything() {
        return H2Databases.SHARED.everything();
    }
}
