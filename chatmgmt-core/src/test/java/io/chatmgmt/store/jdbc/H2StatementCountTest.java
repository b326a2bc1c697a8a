package io.chatmgmt.store.jdbc;

class H2StatementCountTest extends StatementCountContract {

    @Override
    Database database() {
        return H2Databases.SHARED;
    }

    @Override
    int statements() {
        return 3;
    }
}
