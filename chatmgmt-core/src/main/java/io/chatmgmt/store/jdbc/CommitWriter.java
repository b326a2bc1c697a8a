package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.Commit;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes commits. Implementations are immutable. */
interface CommitWriter {

    /** Whether one call is one statement, which is a transaction of its own where there is no other. */
    boolean isOneStatement();

    /**
     * Writes a commit as a whole or not at all.
     *
     * @param connection the connection; in a transaction unless this is one statement
     * @return false when nothing was written, because some guard of the commit did not hold
     */
    boolean write(Connection connection, Commit commit) throws SQLException;
}
