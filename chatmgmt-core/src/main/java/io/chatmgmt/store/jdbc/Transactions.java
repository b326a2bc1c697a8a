package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on connections. A connection that comes with auto-commit off is in a transaction of the host: work joins it
 * and never ends it. Any other is the store's own for as long as the work lasts: a transaction that finds others in the
 * way is tried again a few times, after a pause of random length. Thread-safe.
 */
final class Transactions {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MICROS = 500;

    private final DataSource dataSource;
    private final AutoCommitOff autoCommitOff;

    Transactions(DataSource dataSource, AutoCommitOff autoCommitOff) {
        this.dataSource = dataSource;
        this.autoCommitOff = autoCommitOff;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Whether a connection that is taken now is in a transaction of the host. */
    boolean isJoined() {
        try (Connection connection = dataSource.getConnection()) {
            return isJoined(connection);
        } catch (SQLException e) {
            throw failure(e, null);
        }
    }

    /** Runs one statement, or several that need not be seen as one. */
    <T> T statement(@Nullable ConversationId id, Work<T> work) {
        return withRetries(id, connection -> {
            if (connection.getAutoCommit() || isJoined(connection)) {
                return work.on(connection);
            }
            return committed(connection, work);
        });
    }

    /** Runs several statements as one. */
    <T> T transaction(@Nullable ConversationId id, Work<T> work) {
        return withRetries(id, connection -> {
            if (isJoined(connection)) {
                return work.on(connection);
            }
            if (!connection.getAutoCommit()) {
                return committed(connection, work);
            }
            connection.setAutoCommit(false);
            try {
                return committed(connection, work);
            } finally {
                restore(connection, true);
            }
        });
    }

    /** Runs several queries that are to see the same picture; within the host's transaction, what that one sees. */
    <T> T picture(Work<T> work) {
        return withRetries(null, connection -> {
            if (isJoined(connection)) {
                return work.on(connection);
            }
            int isolation = connection.getTransactionIsolation();
            boolean autoCommit = connection.getAutoCommit();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return committed(connection, work);
            } finally {
                restore(connection, autoCommit);
                connection.setTransactionIsolation(isolation);
            }
        });
    }

    private boolean isJoined(Connection connection) throws SQLException {
        return autoCommitOff == AutoCommitOff.MEANS_HOST_TRANSACTION && !connection.getAutoCommit();
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            log.debug("a connection could not be given back as it came", e);
        }
    }

    private <T> T withRetries(@Nullable ConversationId id, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                boolean joined = isJoined(connection);
                try {
                    return work.on(connection);
                } catch (SQLException e) {
                    if (joined || attempt == ATTEMPTS || !Dialect.isInTheWay(e)) {
                        throw e;
                    }
                    log.debug("others were in the way, attempt {} of {}", attempt, ATTEMPTS, e);
                }
            } catch (SQLException e) {
                throw failure(e, id);
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) {
        long most = FIRST_PAUSE_MICROS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MICROS, most)));
    }

    private static StoreException failure(SQLException e, @Nullable ConversationId id) {
        if (Dialect.isConnectionLost(e)) {
            return new StoreException(
                    StoreException.Kind.UNAVAILABLE, "the database cannot be reached: " + e.getMessage(), id, e);
        }
        if (Dialect.isInTheWay(e)) {
            return new StoreException(StoreException.Kind.BUSY, "others were in the way: " + e.getMessage(), id, e);
        }
        return new StoreException(StoreException.Kind.FAILED, "the database refused: " + e.getMessage(), id, e);
    }
}
