package io.chatmgmt.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.LiveSort.Key;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL with a million conversations, 20,000 of them open: whatever screens, sweeps and routers ask for is found by
 * an index, never by reading the whole table. Prints how long each question takes; what it takes is not asserted.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresMillionTest {

    private static final int OPEN = 20_000;
    private static final int MODELS = 1_000;
    private static final int COPIES = 979;
    private static final int TEXTS = 4;
    private static final int REPEATS = 21;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = START.plusSeconds(4_000);
    private static final String TENANT = ConversationId.DEFAULT_TENANT;
    private static final List<String> TOPICS = List.of("billing", "technical", "sales");
    private static final List<String> LANGUAGES = List.of("en", "de", "pt-BR", "ja");

    /** All tables but the one that has one row, and is looked at once. */
    private static final Pattern IN_LARGE_TABLES = Pattern.compile("^SELECT(?s:.*)chatmgmt_(?!schema)");

    private final Map<String, String> plans = new LinkedHashMap<>();
    private final List<ConversationId> some = new ArrayList<>();

    private DurablePostgres server;
    private JdbcStore store;

    @BeforeAll
    void fill(@TempDir Path directory) throws Exception {
        server = new DurablePostgres(directory.resolve("data"));
        DataSource pool = server.pool(2);
        JdbcStore plain =
                JdbcStore.builder(pool).schema(SchemaCreation.IF_MISSING).build();
        store = JdbcStore.builder(ProxyDataSourceBuilder.create(pool)
                        .afterQuery((execution, queries) -> queries.forEach(query -> explain(pool, query)))
                        .build())
                .build();
        run(pool, "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()");
        Random random = new Random(6);
        for (int i = 0; i < OPEN + MODELS; i++) {
            save(plain, i, random);
        }
        run(
                pool,
                "CREATE TEMPORARY TABLE model ON COMMIT PRESERVE ROWS AS"
                        + " SELECT * FROM chatmgmt_conversation WHERE NOT is_open",
                "CREATE TEMPORARY TABLE copy (LIKE model)",
                "INSERT INTO copy SELECT model.* FROM model, generate_series(1, " + COPIES + ")",
                "UPDATE copy SET id = 'old-' || ctid::text, customer = 'was-' || ctid::text,"
                        + " resolved_at = resolved_at - (random() * 31536000000000)::bigint",
                "INSERT INTO chatmgmt_conversation SELECT * FROM copy",
                "UPDATE chatmgmt_conversation SET due_at = opened_at + (random() * 7200000000)::bigint WHERE is_open",
                "VACUUM ANALYZE");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private static void run(DataSource pool, String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void save(JdbcStore plain, int i, Random random) {
        ConversationDraft draft = ConversationDraft.opening(
                ConversationId.of("c-" + i),
                Customer.of("u-" + i),
                START.plusSeconds(random.nextInt(3_600)),
                Actor.CUSTOMER);
        draft.emit(new LifecycleEvent.Opened(
                "web",
                Customer.Standing.REGULAR,
                CustomerHistory.NONE,
                ConversationLanguage.of(LANGUAGES.get(i % LANGUAGES.size()), Source.GIVEN)));
        draft.emit(new LifecycleEvent.TopicSet(new ConversationTopic(TOPICS.get(i % TOPICS.size()), 1, Source.GIVEN)));
        draft.emit(new AnswerEvent.Sent(1, 1, 2, Confidence.of(random.nextDouble()), 7, AnswerEvent.Route.AUTO));
        if (i >= OPEN) {
            draft.emit(new LifecycleEvent.Resolved(Resolution.CONFIRMED, null));
        } else {
            if (i % 10 == 0) {
                draft.emit(new HandoffEvent.Queued(
                        1, HandoffMode.DIRECT, TOPICS.get(i % 3), Priority.NORMAL, draft.at(), 20, null));
            }
            if (i % 20 == 1) {
                draft.emit(new HandoffEvent.ControlMoved(Control.HUMAN, AgentId.of("a-" + i % 100), 2));
            }
            if (i % 15 == 0) {
                draft.emit(new LifecycleEvent.FlagRaised(Flag.LOW_CONFIDENCE));
            }
            some.add(draft.id());
        }
        JournalRow journal = new JournalRow(draft.id(), 1, draft.at(), draft.actor(), null, "policy-1", draft.events());
        assertThat(plain.commit(new Commit(draft.build(), journal, texts(draft), List.of())))
                .isEqualTo(CommitOutcome.Committed.INSTANCE);
    }

    private static List<Text> texts(ConversationDraft draft) {
        List<Text> texts = new ArrayList<>();
        for (int number = 1; number <= TEXTS; number++) {
            Instant at = draft.at();
            texts.add(new Text(number, TextKind.MESSAGE, Actor.CUSTOMER, at, at, 0, "Where is parcel " + number + "?"));
        }
        return texts;
    }

    /** Asks the database how it finds what it was just asked for, with the same values. */
    private void explain(DataSource pool, QueryInfo query) {
        if (plans.containsKey(query.getQuery())
                || !IN_LARGE_TABLES.matcher(query.getQuery()).find()) {
            return;
        }
        try (Connection connection = pool.getConnection();
                PreparedStatement explained = connection.prepareStatement("EXPLAIN " + query.getQuery())) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                parameter.getMethod().invoke(explained, parameter.getArgs());
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explained.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            plans.put(query.getQuery(), plan.toString());
        } catch (SQLException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("no plan for " + query.getQuery(), e);
        }
    }

    @Test
    @DisplayName("Q02 lists, counters, due work, queues and histories are found by index among a million conversations")
    void everything_is_found_by_index() {
        LiveMoment moment = LiveMoment.at(NOW);
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("counters", () -> store.live(TENANT, moment, Duration.ofHours(24), 0));
        questions.put("latest 50", () -> list(LiveFilter.open(), LiveSort.descending(Key.LAST_MESSAGE), moment));
        questions.put("longest waiting 50", () -> list(LiveFilter.open(), LiveSort.ascending(Key.WAITING), moment));
        questions.put(
                "three filters",
                () -> list(
                        LiveFilter.builder()
                                .statuses(Status.PENDING)
                                .topics("billing")
                                .languages("pt")
                                .build(),
                        LiveSort.descending(Key.OPENED),
                        moment));
        questions.put("latest messages of 50", () -> store.latestMessages(some.subList(0, 50)));
        questions.put("due work", () -> store.due(NOW, 200));
        questions.put("next due", () -> store.nextDue());
        questions.put("head of a queue", () -> store.queued(TENANT, "billing", 50));
        questions.put("depth of a queue", () -> store.waiting(TENANT, "billing", null, 10_000));
        questions.put("held by an agent", () -> store.heldBy(AgentId.of("a-1"), 50));
        questions.put("one conversation", () -> store.find(some.get(7)));
        questions.put("history of one", () -> store.journal(some.get(7), 0, 50));
        questions.put("texts of one", () -> store.texts(some.get(7), 0, 50));
        questions.put("history of a customer", () -> store.customer(TENANT, "u-7"));
        questions.forEach((name, question) -> {
            question.run();
            long[] micros = new long[REPEATS];
            for (int i = 0; i < REPEATS; i++) {
                long began = System.nanoTime();
                question.run();
                micros[i] = (System.nanoTime() - began) / 1_000;
            }
            Arrays.sort(micros);
            System.out.printf(
                    "a million conversations: %s, median %.2f ms, slowest %.2f ms%n",
                    name, micros[REPEATS / 2] / 1e3, micros[REPEATS - 1] / 1e3);
        });
        assertThat(plans)
                .hasSizeGreaterThan(12)
                .allSatisfy((query, plan) ->
                        assertThat(plan).as(query).contains("Index").doesNotContain("Seq Scan"));
    }

    private void list(LiveFilter filter, LiveSort sort, LiveMoment moment) {
        assertThat(store.list(new LiveQuery(TENANT, filter, sort, null, 50, moment))
                        .rows())
                .isNotEmpty();
    }
}
