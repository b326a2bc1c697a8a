package io.chatmgmt.examples.replay;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.examples.recording.Recordings;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.StoreException;
import io.chatmgmt.store.cache.CachingStore;
import io.chatmgmt.store.jdbc.JdbcStore;
import io.chatmgmt.store.jdbc.SchemaCreation;
import io.chatmgmt.store.jdbc.SchemaException;
import io.chatmgmt.store.memory.InMemoryStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay keeps its conversations: in memory, in a file of H2, or in any database that there is a store for. Closing
 * it closes the connections. Thread-safe.
 */
final class ReplayStore implements AutoCloseable {

    private static final String MEMORY = "memory";
    private static final String H2 = "h2:";
    private static final String JDBC = "jdbc:";
    private static final int MOST_CONNECTIONS = 32;

    private final String name;
    private final GovernanceStore store;
    private final @Nullable HikariDataSource pool;

    private ReplayStore(String name, GovernanceStore store, @Nullable HikariDataSource pool) {
        this.name = name;
        this.store = store;
        this.pool = pool;
    }

    static boolean isKnown(String value) {
        return value.equals(MEMORY)
                || value.startsWith(H2) && value.length() > H2.length()
                || value.startsWith(JDBC) && value.length() > JDBC.length();
    }

    /**
     * Opens a store; missing tables are created.
     *
     * @param value the value of the option
     * @param threads how many threads will use it
     * @throws IllegalArgumentException with the reason when it cannot be opened
     */
    static ReplayStore open(String value, int threads) {
        if (value.equals(MEMORY)) {
            return new ReplayStore(value, InMemoryStore.bounded(Integer.MAX_VALUE), null);
        }
        String url = value.startsWith(JDBC) ? value : file(value.substring(H2.length()));
        String shown = withoutSettings(value);
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "--store " + shown + " has no driver here: there are those of H2, PostgreSQL and MariaDB", e);
        }
        HikariDataSource pool = pool(url, Math.min(threads, MOST_CONNECTIONS), shown);
        try {
            JdbcStore store =
                    JdbcStore.builder(pool).schema(SchemaCreation.IF_MISSING).build();
            return new ReplayStore(shown, CachingStore.of(store), pool);
        } catch (SchemaException | StoreException | IllegalArgumentException e) {
            pool.close();
            throw new IllegalArgumentException("--store " + shown + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A path without a directory is meant as one of the working directory. */
    private static String file(String path) {
        boolean bare = !path.startsWith("/") && !path.startsWith(".") && !path.startsWith("~");
        return "jdbc:h2:file:" + (bare ? "./" : "") + path;
    }

    /** What follows the address may hold a password. */
    private static String withoutSettings(String value) {
        return value.split("[?;]", 2)[0];
    }

    private static HikariDataSource pool(String url, int connections, String shown) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalArgumentException("--store " + shown + " cannot be opened: " + cause.getMessage(), e);
        }
    }

    GovernanceStore store() {
        return store;
    }

    /**
     * Refuses a store in which a replay would go on with what another has begun: its recorded turns would count as
     * repeated, and its clock would act on conversations that are not its own.
     *
     * @throws IllegalArgumentException with the reason
     */
    void checkRoomFor(Recordings recordings) {
        for (Recording recording : recordings.good()) {
            if (store.find(recording.id()).isPresent()) {
                throw new IllegalArgumentException("--store " + name + " already holds conversation "
                        + recording.id().value() + " of the input: give a replay a database of its own");
            }
        }
        List<Conversation> open = store.open(ConversationId.DEFAULT_TENANT, null, 1);
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("--store " + name + " holds conversations that are open, "
                    + open.get(0).id().value()
                    + " for one, on which a replay's clock would act: give a replay a database of its own");
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
