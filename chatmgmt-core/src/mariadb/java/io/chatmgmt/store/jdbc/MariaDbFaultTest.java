package io.chatmgmt.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbFaultTest extends FaultContract {

    @Override
    Database database() {
        return MariaDbServer.SHARED;
    }
}
