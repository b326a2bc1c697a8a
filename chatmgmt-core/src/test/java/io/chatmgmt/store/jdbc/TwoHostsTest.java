package io.chatmgmt.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.store.ConversationAudit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hosts, each in a process of its own, that do the same work over one PostgreSQL at the same time: no conversation is
 * assigned twice, no capacity exceeded, nothing lost, and nothing left behind, also when one of them is killed.
 */
@Tag("endurance")
class TwoHostsTest {

    /** 10,000 for a thorough look: {@code -Dchatmgmt.hosts.conversations=10000}. */
    private static final int CONVERSATIONS = Integer.getInteger("chatmgmt.hosts.conversations", 1_000);

    private static final int THREADS = Integer.getInteger("chatmgmt.hosts.threads", 32);
    private static final int WEIGHT = 20;
    private static final int CHATS = 3;
    private static final int ALL = 10_000;
    private static final int MINUTES = 20;

    /** Agents whose slots are not those of the conversations that they have or are offered; in one look at everything. */
    private static final String UNBALANCED = """
            SELECT agent.id FROM chatmgmt_agent agent
            LEFT JOIN (
              SELECT agent, COUNT(*) AS chats FROM (
                SELECT assignee AS agent FROM chatmgmt_conversation WHERE is_open AND assignee IS NOT NULL
                UNION ALL
                SELECT offered_to FROM chatmgmt_conversation WHERE is_open AND offered_to IS NOT NULL) each
              GROUP BY agent) holding ON holding.agent = agent.id
            WHERE agent.used <> 20 * COALESCE(holding.chats, 0) OR agent.used > agent.max_units""";

    @TempDir
    private Path directory;

    private final Set<String> acknowledged = new HashSet<>();

    /** A host and what it says. */
    private record Host(Process process, BlockingQueue<String> lines) {}

    @Test
    @DisplayName("D13 T001 T003 two hosts assign nothing twice, exceed nothing, lose nothing and leave nothing behind")
    void two_hosts_work_together() throws Exception {
        try (DurablePostgres server = new DurablePostgres(directory);
                HikariDataSource pool = server.pool(4)) {
            ChatGovernance governance = open(pool);
            Host one = start(server, 1);
            Host other = start(server, 2);

            finish(pool, one);
            finish(pool, other);

            audit(pool, governance);
        }
    }

    @Test
    @DisplayName("T008 T163 when a host is killed with offers open, the other one finishes all that was begun")
    void the_other_host_finishes_what_a_killed_one_began() throws Exception {
        try (DurablePostgres server = new DurablePostgres(directory);
                HikariDataSource pool = server.pool(4)) {
            ChatGovernance governance = open(pool);
            Host killed = start(server, 1);
            Host other = start(server, 2);
            awaitOffers(pool, other);

            killed.process().destroyForcibly().waitFor();
            collect(killed);
            finish(pool, other);

            audit(pool, governance);
        }
    }

    private ChatGovernance open(HikariDataSource pool) {
        JdbcStore.builder(pool).schema(SchemaCreation.IF_MISSING).build();
        ChatGovernance governance = HostProcess.governance(pool);
        for (int i = 0; i < HostProcess.AGENTS; i++) {
            AgentId agent = AgentId.of("agent-" + i);
            governance
                    .agents()
                    .register(AgentProfile.of(agent, "Agent " + i, "general").with(Capacity.limit(CHATS * WEIGHT)));
            governance.agents().status(agent, AgentStatus.ONLINE);
        }
        return governance;
    }

    private static Host start(DurablePostgres server, int seed) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostProcess.class.getName(),
                        Integer.toString(server.port()),
                        Integer.toString(THREADS),
                        Integer.toString(CONVERSATIONS),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                // it was killed
            }
            lines.add("");
        });
        reader.setDaemon(true);
        reader.start();
        return new Host(process, lines);
    }

    private static void awaitOffers(HikariDataSource pool, Host host) throws SQLException {
        String openOffers = "SELECT COUNT(*) FROM chatmgmt_conversation WHERE offered_to IS NOT NULL";
        while (number(pool, openOffers) == 0
                || number(pool, "SELECT COUNT(*) FROM chatmgmt_conversation WHERE NOT is_open") < CONVERSATIONS / 10) {
            assertThat(host.process().isAlive()).as("the host works").isTrue();
        }
        assertThat(number(pool, openOffers)).isPositive();
    }

    private static long number(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Watches the slots until a host is done. */
    private void finish(HikariDataSource pool, Host host) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!host.process().waitFor(100, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).as("time is not over").isLessThan(end);
            assertThat(unbalanced(pool)).as("agents whose slots are wrong").isEmpty();
        }
        assertThat(host.process().exitValue()).isZero();
        assertThat(collect(host)).isEqualTo("done");
    }

    private static List<String> unbalanced(HikariDataSource pool) throws SQLException {
        List<String> agents = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(UNBALANCED)) {
            while (result.next()) {
                agents.add(result.getString(1));
            }
        }
        return agents;
    }

    /** Takes what a host has said; gives back its last whole line. */
    private String collect(Host host) throws InterruptedException {
        String last = "";
        for (String line = host.lines().take();
                !line.isEmpty();
                line = host.lines().take()) {
            if (line.startsWith("ack ")) {
                acknowledged.add(line.substring("ack ".length()));
            }
            last = line;
        }
        return last;
    }

    /** What a killed host had not handed over is still there, and can be. */
    private static void deliverTheRest(ChatGovernance governance, Conversation row) {
        row.outbound().forEach(text -> governance.outbox().acknowledge(row.id(), text.number()));
    }

    private void audit(HikariDataSource pool, ChatGovernance governance) throws SQLException {
        JdbcStore store = JdbcStore.builder(pool).build();
        governance.sweep(ALL);
        for (int i = 0; i < CONVERSATIONS; i++) {
            ConversationId id = HostProcess.conversation(i);
            deliverTheRest(governance, store.find(id).orElseThrow());
            Conversation row = store.find(id).orElseThrow();
            assertThat(row.isOpen()).as("%s is over", id).isFalse();
            assertThat(row.dueAt()).as("what is left of %s", id).isNull();
            new ConversationAudit(id, version -> false).read(store);
            List<JournalRow> journal = store.journal(id, 0, ALL);
            assertThat(journal.stream().map(JournalRow::commandKey).filter(key -> key != null))
                    .as("the commands of %s", id)
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledgedOf(id));
            assertThat(count(journal, HandoffEvent.Accepted.class))
                    .as("assignments of %s", id)
                    .isEqualTo(1);
        }
        for (Agent agent : store.agents(ConversationId.DEFAULT_TENANT)) {
            assertThat(agent.used()).as("what %s still holds", agent.id()).isZero();
        }
        assertThat(unbalanced(pool)).isEmpty();
    }

    private List<String> acknowledgedOf(ConversationId id) {
        List<String> keys = new ArrayList<>();
        for (String key : List.of("m-1", "p:reply")) {
            if (acknowledged.contains(id.value() + " " + key)) {
                keys.add(key.equals("m-1") ? "m:m-1" : key);
            }
        }
        return keys;
    }

    private static long count(List<JournalRow> journal, Class<? extends ConversationEvent> type) {
        return journal.stream().filter(row -> row.find(type).isPresent()).count();
    }
}
