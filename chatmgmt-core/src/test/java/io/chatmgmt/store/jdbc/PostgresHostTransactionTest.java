package io.chatmgmt.store.jdbc;

class PostgresHostTransactionTest extends HostTransactionContract {

    @Override
    Database database() {
        return PostgresServer.SHARED;
    }
}
