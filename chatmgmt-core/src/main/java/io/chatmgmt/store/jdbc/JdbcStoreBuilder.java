package io.chatmgmt.store.jdbc;

import java.util.Objects;
import javax.sql.DataSource;

/** Builds a {@link JdbcStore}. Not thread-safe. */
public final class JdbcStoreBuilder {

    private final DataSource dataSource;
    private String tablePrefix = "chatmgmt_";
    private SchemaCreation schema = SchemaCreation.NEVER;
    private AutoCommitOff autoCommitOff = AutoCommitOff.MEANS_HOST_TRANSACTION;

    JdbcStoreBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * What the names of the tables begin with.
     *
     * @param tablePrefix letters, digits and underscores; {@code chatmgmt_} by default; may not begin with a digit
     * @return this builder
     */
    public JdbcStoreBuilder tablePrefix(String tablePrefix) {
        this.tablePrefix = Objects.requireNonNull(tablePrefix, "tablePrefix");
        return this;
    }

    /**
     * Whether missing tables are created.
     *
     * @param schema {@link SchemaCreation#NEVER} by default
     * @return this builder
     */
    public JdbcStoreBuilder schema(SchemaCreation schema) {
        this.schema = Objects.requireNonNull(schema, "schema");
        return this;
    }

    /**
     * What it means that a connection comes with auto-commit off.
     *
     * @param autoCommitOff {@link AutoCommitOff#MEANS_HOST_TRANSACTION} by default
     * @return this builder
     */
    public JdbcStoreBuilder autoCommitOff(AutoCommitOff autoCommitOff) {
        this.autoCommitOff = Objects.requireNonNull(autoCommitOff, "autoCommitOff");
        return this;
    }

    /**
     * The store; looks at the tables first.
     *
     * @return the store
     * @throws SchemaException when the tables are missing, or not of the version that this library needs
     * @throws io.chatmgmt.store.StoreException when the database cannot be reached
     * @throws IllegalArgumentException when it is a database that there is no store for
     */
    public JdbcStore build() {
        return JdbcStore.on(new Transactions(dataSource, autoCommitOff), tablePrefix, schema);
    }
}
