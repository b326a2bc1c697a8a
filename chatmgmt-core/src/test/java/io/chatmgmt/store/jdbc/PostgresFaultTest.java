package io.chatmgmt.store.jdbc;

class PostgresFaultTest extends FaultContract {

    @Override
    Database database() {
        return PostgresServer.SHARED;
    }
}
