package io.chatmgmt.store.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbRoundTripTest extends RoundTripContract {

    @Override
    Database database() {
        return MariaDbServer.SHARED;
    }

    @Override
    int port() {
        return MariaDbServer.port();
    }

    @Override
    String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/chats?user=root";
    }

    @Override
    int roundTrips() {
        return 6;
    }
}
