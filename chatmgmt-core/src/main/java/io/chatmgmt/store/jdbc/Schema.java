package io.chatmgmt.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables: whether they are there in the version that is needed, and how they come to be. Immutable. */
final class Schema {

    /** The version that the statements are written for; the files say the same. */
    static final int VERSION = 1;

    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    private static final String PREFIX = "chatmgmt_";

    private final Dialect dialect;
    private final Statements sql;
    private final String prefix;

    Schema(Dialect dialect, Statements sql, String prefix) {
        this.dialect = dialect;
        this.sql = sql;
        this.prefix = prefix;
    }

    /** Checks the tables, and creates them where that was asked for and there are none. */
    void prepare(Connection connection, SchemaCreation creation) throws SQLException {
        boolean missing = !exists(connection);
        if (missing && creation == SchemaCreation.IF_MISSING) {
            create(connection);
        } else if (missing) {
            throw new SchemaException(
                    "the tables " + prefix + "* are missing: run " + dialect.schemaFile() + ", which is beside "
                            + JdbcStore.class.getName() + ", or ask for SchemaCreation.IF_MISSING",
                    0,
                    VERSION,
                    null);
        }
        check(connection);
    }

    private boolean exists(Connection connection) throws SQLException {
        String table = prefix + "schema";
        String here = connection.getMetaData().storesUpperCaseIdentifiers()
                ? table.toUpperCase(Locale.ROOT)
                : connection.getMetaData().storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), here, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : script().split(";\\s*\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        } catch (SQLException e) {
            // another node that starts at the same time may have been faster
            if (!exists(connection)) {
                throw e;
            }
            return;
        }
        log.info("created the tables {}* in schema version {}", prefix, VERSION);
    }

    private void check(Connection connection) throws SQLException {
        int found = Records.first(connection, sql.schemaVersion, binder -> {}, result -> result.getInt(1))
                .orElse(0);
        if (found != VERSION) {
            throw new SchemaException(
                    "the tables " + prefix + "* have schema version " + found + ", version " + VERSION + " is needed"
                            + (found < VERSION ? ": run the upgrade scripts that the changelog names" : ""),
                    found,
                    VERSION,
                    null);
        }
    }

    /** The file of the database, for the prefix that is used. */
    private String script() {
        try (InputStream file = Schema.class.getResourceAsStream(dialect.schemaFile())) {
            String script = new String(
                    Objects.requireNonNull(file, dialect.schemaFile()).readAllBytes(), StandardCharsets.UTF_8);
            return script.replaceAll("(?m)^--.*$", "").replace(PREFIX, prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
