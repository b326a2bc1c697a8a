package io.chatmgmt.store.jdbc;

class PostgresStatementCountTest extends StatementCountContract {

    @Override
    Database database() {
        return PostgresServer.SHARED;
    }

    @Override
    int statements() {
        return 1;
    }
}
