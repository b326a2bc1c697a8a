package io.chatmgmt.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One database with the store's tables, used by test after test and emptied before each. Thread-safe. */
final class Database {

    private static final List<String> TABLES = List.of("conversation", "journal", "text", "agent", "rollup");

    private final DataSource dataSource;
    private final JdbcStore store;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.store =
                JdbcStore.builder(dataSource).schema(SchemaCreation.IF_MISSING).build();
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Every row of every table. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet result = statement.executeQuery("SELECT * FROM chatmgmt_" + table)) {
                    while (result.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.append(' ').append(result.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** The store, emptied. */
    JdbcStore empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM chatmgmt_" + table);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return store;
    }
}
