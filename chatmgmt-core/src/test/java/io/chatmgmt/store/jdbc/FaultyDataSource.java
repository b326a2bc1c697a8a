package io.chatmgmt.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets things go wrong before and after whatever reaches the database. */
final class FaultyDataSource {

    private FaultyDataSource() {}

    /** Decides what goes wrong. */
    interface Fault {

        /** Called before a statement or a commit. */
        void before(String what) throws SQLException;

        /** Called after it: it took effect, but nobody is told when this throws. */
        void after(String what) throws SQLException;
    }

    static DataSource of(DataSource dataSource, Fault fault) {
        return proxy(DataSource.class, dataSource, (method, call) -> {
            Object result = call.go();
            return result instanceof Connection connection ? connection(connection, fault) : result;
        });
    }

    private static Connection connection(Connection connection, Fault fault) {
        return proxy(Connection.class, connection, (method, call) -> {
            if (method.getName().equals("commit")) {
                fault.before("commit");
                call.go();
                fault.after("commit");
                return null;
            }
            Object result = call.go();
            return result instanceof PreparedStatement statement ? statement(statement, fault) : result;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, Fault fault) {
        return proxy(PreparedStatement.class, statement, (method, call) -> {
            if (!method.getName().startsWith("execute")) {
                return call.go();
            }
            fault.before("statement");
            Object result = call.go();
            fault.after("statement");
            return result;
        });
    }

    private interface Call {

        Object go() throws Throwable;
    }

    private interface Handler {

        Object handle(Method method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    return handler.handle(method, () -> {
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
                }));
    }
}
