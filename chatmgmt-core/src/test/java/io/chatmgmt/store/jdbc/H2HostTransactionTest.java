package io.chatmgmt.store.jdbc;

class H2HostTransactionTest extends HostTransactionContract {

    @Override
    Database database() {
        return H2Databases.SHARED;
    }
}
