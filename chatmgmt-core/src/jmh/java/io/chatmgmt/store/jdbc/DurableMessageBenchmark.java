package io.chatmgmt.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.store.cache.CachingStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.memory.repository.jdbc.JdbcChatMemoryRepository;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * One governed customer message in a durable database, with all detectors and a warm cache, beside the least that keeping a
 * message there costs: the bare insert of one row; row, journal and message as three statements of one transaction; and
 * Spring AI's chat memory, which keeps the latest twenty messages and decides nothing. {@code -t 8} lets eight clients do it
 * at a time, each with conversations of its own.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 4)
public class DurableMessageBenchmark {

    private static final String TEXT = "Hello, my parcel has not arrived yet, and the tracking page shows nothing new.";
    private static final int CONVERSATIONS = 8;

    /** The database, for all clients. */
    @State(Scope.Benchmark)
    public static class Place {

        /** Which database. */
        @Param({"POSTGRESQL", "H2", "MARIADB"})
        DurableDatabase.Kind database;

        private DurableDatabase durable;
        private ChatMemory memory;

        /** Starts it, with the tables of the peers. */
        @Setup(Level.Trial)
        public void start(BenchmarkParams params) throws IOException, SQLException, ManagedProcessException {
            durable = DurableDatabase.start(database, params.getThreads());
            durable.run(
                    "CREATE TABLE bare (client BIGINT, id BIGINT, body VARCHAR(4000) NOT NULL, PRIMARY KEY (client, id))",
                    "CREATE TABLE talk (id BIGINT PRIMARY KEY, version BIGINT NOT NULL, body VARCHAR(4000) NOT NULL)",
                    "CREATE TABLE talk_journal (id BIGINT, version BIGINT, body VARCHAR(4000) NOT NULL, PRIMARY KEY (id, version))",
                    "CREATE TABLE talk_text (id BIGINT, number BIGINT, body VARCHAR(4000) NOT NULL, PRIMARY KEY (id, number))");
            String schema = "org/springframework/ai/chat/memory/repository/jdbc/schema-"
                    + database.name().toLowerCase(Locale.ROOT) + ".sql";
            new ResourceDatabasePopulator(new ClassPathResource(schema)).execute(durable.pool());
            memory = MessageWindowChatMemory.builder()
                    .chatMemoryRepository(JdbcChatMemoryRepository.builder()
                            .dataSource(durable.pool())
                            .build())
                    .build();
        }

        /** Stops it. */
        @TearDown(Level.Trial)
        public void stop() throws IOException, ManagedProcessException {
            durable.close();
        }
    }

    /** The front door over the database. */
    @State(Scope.Benchmark)
    public static class House {

        /** Whether the indexes are there that serve lists, feeds and reports. */
        @Param({"true", "false"})
        boolean listIndexes;

        private ChatGovernance governance;

        /** Opens it. */
        @Setup(Level.Trial)
        public void open(Place place) throws SQLException {
            governance = ChatGovernance.builder()
                    .store(CachingStore.of(JdbcStore.builder(place.durable.pool())
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
                    String table = index.startsWith("journal") ? "chatmgmt_journal" : "chatmgmt_conversation";
                    place.durable.run("DROP INDEX chatmgmt_" + index
                            + (place.database == DurableDatabase.Kind.MARIADB ? " ON " + table : ""));
                }
            }
        }
    }

    /** The conversations of one client. */
    @State(Scope.Thread)
    public static class Talks {

        /** How many messages each conversation has to begin with. */
        @Param({"20", "200", "1000"})
        int messages;

        private int client;
        private int number;

        /** Fills them. */
        @Setup(Level.Trial)
        public void fill(House house, ThreadParams threads) {
            client = threads.getThreadIndex();
            for (int i = 0; i < CONVERSATIONS * messages; i++) {
                write(house);
            }
        }

        private Object write(House house) {
            number++;
            String id = client + "-" + number % CONVERSATIONS;
            return house.governance.onCustomerMessage(
                    CustomerMessage.of("c-" + id, "m-" + number, TEXT).from(Customer.of("u-" + id)));
        }
    }

    /** What one client wrote. */
    @State(Scope.Thread)
    public static class Pen {

        private int client;
        private int number;

        /** Begins. */
        @Setup(Level.Trial)
        public void begin(Place place, ThreadParams threads) throws SQLException {
            client = threads.getThreadIndex();
            place.durable.run("INSERT INTO talk VALUES (" + client + ", 0, '')");
        }
    }

    /** Decided, explained and committed. */
    @Benchmark
    public Object governed(Place place, House house, Talks talks) {
        return talks.write(house);
    }

    /** One row. */
    @Benchmark
    public int bareInsert(Place place, Pen pen) throws SQLException {
        pen.number++;
        try (Connection connection = place.durable.pool().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?, ?)")) {
            insert.setLong(1, pen.client);
            insert.setLong(2, pen.number);
            insert.setString(3, TEXT);
            return insert.executeUpdate();
        }
    }

    /** What it takes by hand: the row, the journal and the text. */
    @Benchmark
    public int threeStatements(Place place, Pen pen) throws SQLException {
        pen.number++;
        try (Connection connection = place.durable.pool().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement row = connection.prepareStatement(
                            "UPDATE talk SET version = ?, body = ? WHERE id = ? AND version = ?");
                    PreparedStatement journal =
                            connection.prepareStatement("INSERT INTO talk_journal VALUES (?, ?, ?)");
                    PreparedStatement text = connection.prepareStatement("INSERT INTO talk_text VALUES (?, ?, ?)")) {
                row.setLong(1, pen.number);
                row.setString(2, TEXT.repeat(10));
                row.setLong(3, pen.client);
                row.setLong(4, pen.number - 1L);
                journal.setLong(1, pen.client);
                journal.setLong(2, pen.number);
                journal.setString(3, TEXT.repeat(4));
                text.setLong(1, pen.client);
                text.setLong(2, pen.number);
                text.setString(3, TEXT);
                int written = row.executeUpdate() + journal.executeUpdate() + text.executeUpdate();
                connection.commit();
                return written;
            }
        }
    }

    /** Kept for the model to read, not governed. */
    @Benchmark
    public void springAiChatMemory(Place place, Pen pen) {
        pen.number++;
        place.memory.add("c-" + pen.client + "-" + pen.number % CONVERSATIONS, new UserMessage(TEXT));
    }
}
