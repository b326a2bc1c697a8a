package io.chatmgmt.store.jdbc;

class H2FaultTest extends FaultContract {

    @Override
    Database database() {
        return H2Databases.SHARED;
    }
}
