package io.chatmgmt.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbHostTransactionTest extends HostTransactionContract {

    @Override
    Database database() {
        return MariaDbServer.SHARED;
    }
}
