package io.chatmgmt.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A host's transactions, as frameworks manage them: while one is open, the thread gets the connection of that one, and
 * closing it does nothing.
 */
final class HostTransaction {

    private final DataSource dataSource;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    HostTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the store is given. */
    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && current.get() != null) {
                        return withoutEnd(current.get());
                    }
                    try {
                        return method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Runs something within a transaction that is committed in the end. */
    <T> T committing(Supplier<T> work) throws SQLException {
        return within(work, Connection::commit);
    }

    /** Runs something within a transaction that is rolled back in the end. */
    <T> T rollingBack(Supplier<T> work) throws SQLException {
        return within(work, Connection::rollback);
    }

    /** The connection of the open transaction. */
    Connection connection() {
        return current.get();
    }

    private interface End {

        void of(Connection connection) throws SQLException;
    }

    private <T> T within(Supplier<T> work, End end) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                return work.get();
            } finally {
                current.remove();
                end.of(connection);
                connection.setAutoCommit(true);
            }
        }
    }

    private static Connection withoutEnd(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                HostTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close":
                            return null;
                        case "commit", "setAutoCommit":
                            throw new AssertionError("the store ended a transaction of the host: " + method);
                        case "rollback":
                            if (arguments == null || arguments.length == 0) {
                                throw new AssertionError("the store ended a transaction of the host: " + method);
                            }
                            break;
                        default:
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
