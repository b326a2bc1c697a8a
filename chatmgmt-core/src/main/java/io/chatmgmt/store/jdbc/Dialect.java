package io.chatmgmt.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that differs between the databases. */
enum Dialect {
    POSTGRESQL("postgresql.sql", "ON CONFLICT DO NOTHING", "", """
            INSERT INTO {rollup} AS known (tenant, measure, dimension, quarter, slice, cell, n, total)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, measure, dimension, quarter, slice, cell)
            DO UPDATE SET n = known.n + EXCLUDED.n, total = known.total + EXCLUDED.total""") {
        @Override
        CommitWriter commits(Statements sql, Columns columns, Records records) {
            return new OneStatementCommitWriter(sql, columns, records);
        }
    },
    H2("h2.sql", "", "", """
            MERGE INTO {rollup} known
            USING (VALUES (CAST(? AS CHARACTER VARYING), CAST(? AS CHARACTER VARYING), CAST(? AS CHARACTER VARYING),
                CAST(? AS INTEGER), CAST(? AS CHARACTER VARYING), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT)))
              more (tenant, measure, dimension, quarter, slice, cell, n, total)
            ON known.tenant = more.tenant AND known.measure = more.measure AND known.dimension = more.dimension
              AND known.quarter = more.quarter AND known.slice = more.slice AND known.cell = more.cell
            WHEN MATCHED THEN UPDATE SET n = known.n + more.n, total = known.total + more.total
            WHEN NOT MATCHED THEN INSERT (tenant, measure, dimension, quarter, slice, cell, n, total)
              VALUES (more.tenant, more.measure, more.dimension, more.quarter, more.slice, more.cell, more.n, more.total)"""),
    MARIADB("mariadb.sql", "", " LOCK IN SHARE MODE", """
            INSERT INTO {rollup} (tenant, measure, dimension, quarter, slice, cell, n, total)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE n = n + VALUES(n), total = total + VALUES(total)""");

    private static final String CONNECTION_LOST = "08";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INTEGRITY_VIOLATION = "23000";
    private static final int MARIADB_DUPLICATE = 1062;

    /** Serialisation failures and deadlocks, and servers that are going down. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "HYT00", "55P03");

    /** A lock that was not to be had in time, and a row that changed meanwhile, as H2 and MariaDB call them. */
    private static final Set<Integer> IN_THE_WAY_CODES = Set.of(50200, 90131, 1205, 1213, 1020);

    private static final Set<String> GOING_DOWN = Set.of("57P01", "57P02", "57P03");
    private static final Set<Integer> GONE_CODES = Set.of(90067, 90098, 90121, 1053);

    private final String schemaFile;
    private final String orNothing;
    private final String latest;
    private final String addingUp;

    Dialect(String schemaFile, String orNothing, String latest, String addingUp) {
        this.schemaFile = schemaFile;
        this.orNothing = orNothing;
        this.latest = latest;
        this.addingUp = addingUp;
    }

    /** The dialect of a database. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            case "mariadb", "mysql" -> MARIADB;
            default -> throw new IllegalArgumentException("no store for a database of the kind " + product);
        };
    }

    /** How commits are written. */
    CommitWriter commits(Statements sql, Columns columns, Records records) {
        return new SeveralStatementsCommitWriter(this, sql, columns, records);
    }

    /** The file with the tables. */
    String schemaFile() {
        return schemaFile;
    }

    /** What makes an INSERT of a row that is there already do nothing; where it is empty, the row is a duplicate. */
    String orNothing() {
        return orNothing;
    }

    /** What adds to a rollup that is there already; binds all columns. */
    String addingUp() {
        return addingUp;
    }

    /** What makes a SELECT see the latest row even within a transaction that sees an older picture. */
    String latest() {
        return latest;
    }

    /** Whether a row was there already. */
    boolean isDuplicate(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState())
                || INTEGRITY_VIOLATION.equals(e.getSQLState()) && e.getErrorCode() == MARIADB_DUPLICATE;
    }

    /** Whether others were in the way, so that trying again helps; everything since the transaction began is undone. */
    static boolean isInTheWay(SQLException e) {
        return IN_THE_WAY.contains(stateOf(e)) || IN_THE_WAY_CODES.contains(e.getErrorCode());
    }

    /** Whether the connection is gone, or there is none. */
    static boolean isConnectionLost(SQLException e) {
        String state = stateOf(e);
        return e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException
                || state.startsWith(CONNECTION_LOST)
                || GOING_DOWN.contains(state)
                || GONE_CODES.contains(e.getErrorCode());
    }

    private static String stateOf(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
