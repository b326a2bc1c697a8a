package io.chatmgmt.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.store.cache.CachingStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One governed customer message on a durable PostgreSQL, with all detectors and a warm cache, beside the least that keeping a
 * message there costs: the bare insert of one row, and row, journal and message as three statements of one transaction.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 4)
public class DurableMessageBenchmark {

    private static final String TEXT = "Hello, my parcel has not arrived yet, and the tracking page shows nothing new.";
    private static final int CONVERSATIONS = 8;

    private EmbeddedPostgres server;
    private HikariDataSource pool;
    private int number;

    /** Starts a server that keeps what it has promised. */
    @Setup(Level.Trial)
    public void start() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("durable");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        run("CREATE TABLE bare (id BIGINT PRIMARY KEY, body TEXT NOT NULL)");
        run("CREATE TABLE talk (id BIGINT PRIMARY KEY, version BIGINT NOT NULL, body TEXT NOT NULL)");
        run("CREATE TABLE talk_journal (id BIGINT, version BIGINT, body TEXT NOT NULL, PRIMARY KEY (id, version))");
        run("CREATE TABLE talk_text (id BIGINT, number BIGINT, body TEXT NOT NULL, PRIMARY KEY (id, number))");
        run("INSERT INTO talk VALUES (1, 0, '')");
    }

    /** Stops it. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        pool.close();
        server.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The front door over the server, and conversations with so many messages. */
    @State(Scope.Thread)
    public static class Talks {

        /** How many messages each conversation has to begin with. */
        @Param({"200", "1000"})
        int messages;

        /** Whether the indexes are there that serve lists, feeds and reports. */
        @Param({"true", "false"})
        boolean listIndexes;

        private ChatGovernance governance;
        private int number;

        /** Fills the conversations. */
        @Setup(Level.Trial)
        public void open(DurableMessageBenchmark benchmark) throws SQLException {
            governance = ChatGovernance.builder()
                    .store(CachingStore.of(JdbcStore.builder(benchmark.pool)
                            .schema(SchemaCreation.IF_MISSING)
                            .build()))
                    .build();
            if (!listIndexes) {
                for (String index : new String[] {
                    "conversation_queue",
                    "conversation_open",
                    "conversation_customer",
                    "conversation_resolved",
                    "journal_review",
                    "journal_time"
                }) {
                    benchmark.run("DROP INDEX chatmgmt_" + index);
                }
            }
            for (int i = 0; i < CONVERSATIONS * messages; i++) {
                write();
            }
        }

        private Object write() {
            number++;
            return governance.onCustomerMessage(CustomerMessage.of("c-" + number % CONVERSATIONS, "m-" + number, TEXT)
                    .from(Customer.of("u-" + number % CONVERSATIONS)));
        }
    }

    /** Decided, explained and committed. */
    @Benchmark
    public Object governed(Talks talks) {
        return talks.write();
    }

    /** One row. */
    @Benchmark
    public int bareInsert() throws SQLException {
        number++;
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, TEXT);
            return insert.executeUpdate();
        }
    }

    /** What it takes by hand: the row, the journal and the text. */
    @Benchmark
    public int threeStatements() throws SQLException {
        number++;
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement row = connection.prepareStatement(
                            "UPDATE talk SET version = ?, body = ? WHERE id = 1 AND version = ?");
                    PreparedStatement journal =
                            connection.prepareStatement("INSERT INTO talk_journal VALUES (1, ?, ?)");
                    PreparedStatement text = connection.prepareStatement("INSERT INTO talk_text VALUES (1, ?, ?)")) {
                row.setLong(1, number);
                row.setString(2, TEXT.repeat(10));
                row.setLong(3, number - 1L);
                journal.setLong(1, number);
                journal.setString(2, TEXT.repeat(4));
                text.setLong(1, number);
                text.setString(2, TEXT);
                int written = row.executeUpdate() + journal.executeUpdate() + text.executeUpdate();
                connection.commit();
                return written;
            }
        }
    }
}
