package io.chatmgmt.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Repeated;
import io.chatmgmt.store.StoreException;
import io.chatmgmt.store.StoreFixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed under load, again and again, and comes back with everything that was acknowledged. */
@Tag("slow")
class PostgresCrashTest {

    /** 20 for a thorough look: {@code -Dchatmgmt.crash.rounds=20}. */
    private static final int ROUNDS = Integer.getInteger("chatmgmt.crash.rounds", 5);

    private static final int WRITERS = 8;
    private static final int COMMITS_A_ROUND = 200;
    private static final int ALL = 1_000_000;

    @TempDir
    private Path directory;

    private final Semaphore acknowledged = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    @DisplayName("T163 a database that is killed under load loses nothing that was acknowledged, and doubles nothing")
    void a_database_that_is_killed_loses_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (DurablePostgres server = new DurablePostgres(directory);
                HikariDataSource pool = server.pool(WRITERS + 2)) {
            JdbcStore store =
                    JdbcStore.builder(pool).schema(SchemaCreation.IF_MISSING).build();
            List<AgentId> agents =
                    List.of(StoreFixtures.agent(store, "anna", ALL), StoreFixtures.agent(store, "ben", ALL));
            List<Future<Conversation>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                ConversationId id = ConversationId.of("c-" + i);
                AgentId agent = agents.get(i % agents.size());
                writers.add(threads.submit(() -> write(store, id, agent)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                awaitProgress();
                server.crash();
            }
            awaitProgress();
            over.set(true);
            long[] held = new long[agents.size()];
            for (int i = 0; i < WRITERS; i++) {
                Conversation last = writers.get(i).get(2, TimeUnit.MINUTES);
                audit(store, last);
                held[i % held.length] += last.version();
            }
            for (int i = 0; i < held.length; i++) {
                assertThat((long) StoreFixtures.held(store, agents.get(i)))
                        .as("slots of %s", agents.get(i))
                        .isEqualTo(held[i]);
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    /** Writes message after message, each until it is acknowledged; gives back the last row. */
    private Conversation write(JdbcStore store, ConversationId id, AgentId agent) {
        Conversation row = acknowledged(
                store, StoreFixtures.opening(id).key("m-1").take(agent).build());
        while (!over.get()) {
            String key = "m-" + (row.version() + 1);
            row = acknowledged(
                    store,
                    StoreFixtures.following(row)
                            .key(key)
                            .customerWrites(key)
                            .take(agent)
                            .build());
        }
        return row;
    }

    /** Gives the same commit until it is known to have taken effect, with the host going on as it is. */
    private Conversation acknowledged(JdbcStore store, Commit commit) {
        while (true) {
            try {
                assertThat(store.commit(commit)).isInstanceOfAny(Committed.class, Repeated.class);
                acknowledged.release();
                return commit.row();
            } catch (StoreException e) {
                assertThat(e.kind()).as(e.getMessage()).isNotEqualTo(StoreException.Kind.FAILED);
            }
        }
    }

    private void awaitProgress() throws InterruptedException {
        assertThat(acknowledged.tryAcquire(COMMITS_A_ROUND, 2, TimeUnit.MINUTES))
                .as("work goes on")
                .isTrue();
        acknowledged.drainPermits();
    }

    /** Every acknowledged message is there once, and journal and row agree. */
    private static void audit(JdbcStore store, Conversation last) {
        ConversationId id = last.id();
        assertThat(store.find(id)).contains(last);
        List<JournalRow> journal = store.journal(id, 0, ALL);
        List<String> keys = new ArrayList<>();
        for (long i = 1; i <= last.version(); i++) {
            keys.add("m-" + i);
        }
        assertThat(journal).extracting(JournalRow::commandKey).isEqualTo(keys);
        assertThat(store.texts(id, 0, ALL)).extracting(Text::content).isEqualTo(keys.subList(1, keys.size()));
        assertThat(Conversation.fold(last.customer(), journal)).isEqualTo(last);
    }
}
