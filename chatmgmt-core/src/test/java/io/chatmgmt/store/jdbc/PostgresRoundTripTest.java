package io.chatmgmt.store.jdbc;

class PostgresRoundTripTest extends RoundTripContract {

    @Override
    Database database() {
        return PostgresServer.SHARED;
    }

    @Override
    int port() {
        return PostgresServer.port();
    }

    @Override
    String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    @Override
    int roundTrips() {
        return 1;
    }
}
