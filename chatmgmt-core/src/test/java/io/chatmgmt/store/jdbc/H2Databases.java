package io.chatmgmt.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases of H2 in memory. */
final class H2Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The one that most tests share. */
    static final Database SHARED = new Database(create());

    private H2Databases() {}

    /** Another one, without tables. */
    static DataSource create() {
        String url = "jdbc:h2:mem:db" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(20);
        return pool;
    }
}
