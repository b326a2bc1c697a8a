package io.chatmgmt.spring;

import io.chatmgmt.governance.TransactionHook;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Gives out the connection of the transaction of Spring that the current thread is in, and one of its own after that has
 * been committed. Thread-safe.
 */
final class JoiningDataSource extends DelegatingDataSource {

    private final TransactionHook hook;
    private final DataSource joining;

    JoiningDataSource(DataSource dataSource, TransactionHook hook) {
        super(dataSource);
        this.hook = hook;
        this.joining = new TransactionAwareDataSourceProxy(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean isOver = hook instanceof SpringTransactionHook springs && !springs.isInTransaction();
        return isOver ? super.getConnection() : joining.getConnection();
    }
}
