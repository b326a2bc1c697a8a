package io.chatmgmt.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbStatementCountTest extends StatementCountContract {

    @Override
    Database database() {
        return MariaDbServer.SHARED;
    }

    @Override
    int statements() {
        return 3;
    }
}
