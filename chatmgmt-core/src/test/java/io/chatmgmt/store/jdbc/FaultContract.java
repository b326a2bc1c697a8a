package io.chatmgmt.store.jdbc;

import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.content;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.held;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Repeated;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a store does when the database, or the way to it, fails in the middle. */
abstract class FaultContract {

    private static final ConversationId ID = ConversationId.of("c-1");

    private GovernanceStore sound;
    private GovernanceStore faulty;
    private FaultyDataSource.Fault fault;

    /** The database, emptied. */
    abstract Database database();

    @BeforeEach
    final void startEmpty() {
        Database database = database();
        sound = database.empty();
        fault = new At(-1, false, null);
        faulty = JdbcStore.builder(FaultyDataSource.of(database.dataSource(), new FaultyDataSource.Fault() {
                    @Override
                    public void before(String what) throws SQLException {
                        fault.before(what);
                    }

                    @Override
                    public void after(String what) throws SQLException {
                        fault.after(what);
                    }
                }))
                .build();
    }

    /** Fails once, at the statement or commit of a number, before or after it took effect. */
    private static final class At implements FaultyDataSource.Fault {

        private final int number;
        private final boolean after;
        private final SQLException failure;
        private int count;
        private boolean failed;

        At(int number, boolean after, SQLException failure) {
            this.number = number;
            this.after = after;
            this.failure = failure;
        }

        @Override
        public void before(String what) throws SQLException {
            if (count == number && !after && !failed) {
                failed = true;
                throw failure;
            }
        }

        @Override
        public void after(String what) throws SQLException {
            if (count++ == number && after && !failed) {
                failed = true;
                throw failure;
            }
        }
    }

    private static SQLException lost() {
        return new SQLException("the connection is gone", "08006");
    }

    @Test
    @DisplayName("T163 a connection lost before or after any statement: the same command again is applied once")
    void a_lost_connection_leaves_all_or_nothing_and_the_command_can_be_repeated() {
        AgentId anna = agent(sound, "anna", 1_000);
        for (boolean after : new boolean[] {false, true}) {
            for (int number = 0; number < 8; number++) {
                ConversationId id = ConversationId.of("c-" + number + after);
                Conversation row = committed(sound, opening(id));
                int heldBefore = held(sound, anna);
                Commit commit = following(row)
                        .key("m-1")
                        .customerWrites("Hello")
                        .aiAnswers("Hi")
                        .take(anna)
                        .build();
                fault = new At(number, after, lost());
                CommitOutcome outcome = null;
                try {
                    outcome = faulty.commit(commit);
                } catch (StoreException e) {
                    assertThat(e.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE);
                    assertThat(e.conversation()).contains(id);
                }
                boolean applied = sound.find(id).orElseThrow().version() == 2;
                assertThat(content(sound, id).texts()).hasSize(applied ? 2 : 0);
                assertThat(content(sound, id).journal()).hasSize(applied ? 2 : 1);
                assertThat(held(sound, anna) - heldBefore).isEqualTo(applied ? 1 : 0);
                assertThat(outcome == null || applied).isTrue();

                CommitOutcome again = sound.commit(commit);
                assertThat(again).isInstanceOf(applied ? Repeated.class : Committed.class);
                assertThat(held(sound, anna) - heldBefore).isEqualTo(1);
                assertThat(content(sound, id).texts()).hasSize(2);
            }
        }
    }

    @Test
    void a_deadlock_is_tried_again() {
        Conversation row = committed(sound, opening(ID));
        fault = new At(0, false, new SQLTransactionRollbackException("deadlock", "40001"));
        assertThat(faulty.commit(following(row).noted("one").build())).isEqualTo(Committed.INSTANCE);
        assertThat(sound.journal(ID, 0, 10)).hasSize(2);
    }

    @Test
    void a_deadlock_that_does_not_end_is_told_after_a_few_attempts() {
        Conversation row = committed(sound, opening(ID));
        int[] attempts = {0};
        fault = new FaultyDataSource.Fault() {
            @Override
            public void before(String what) throws SQLException {
                attempts[0]++;
                throw new SQLTransactionRollbackException("deadlock", "40P01");
            }

            @Override
            public void after(String what) {}
        };
        assertThatThrownBy(() -> faulty.commit(following(row).noted("one").build()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.BUSY));
        assertThat(attempts[0]).isBetween(2, 20);
        assertThat(sound.journal(ID, 0, 10)).hasSize(1);
    }

    @Test
    void what_the_database_refuses_is_a_failure_at_once() {
        fault = new At(0, false, new SQLException("no space left", "53100"));
        assertThatThrownBy(() -> faulty.commit(opening(ID).build()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FAILED));
        assertThat(sound.find(ID)).isEmpty();
    }

    @Test
    @DisplayName("T163 failures at random: every command that is repeated until it is answered is applied once")
    void failures_at_random_lose_and_repeat_nothing() {
        Random random = new Random(20_261_125);
        AgentId anna = agent(sound, "anna", 1_000_000);
        Conversation row = committed(sound, opening(ID));
        fault = new FaultyDataSource.Fault() {
            @Override
            public void before(String what) throws SQLException {
                if (random.nextInt(8) == 0) {
                    throw random.nextBoolean() ? lost() : new SQLTransactionRollbackException("deadlock", "40001");
                }
            }

            @Override
            public void after(String what) throws SQLException {
                if (random.nextInt(8) == 0) {
                    throw lost();
                }
            }
        };
        int commands = 60;
        for (int i = 0; i < commands; i++) {
            Commit commit = following(row)
                    .key("m-" + i)
                    .customerWrites("message " + i)
                    .take(anna)
                    .build();
            boolean answered = false;
            while (!answered) {
                try {
                    CommitOutcome outcome = faulty.commit(commit);
                    assertThat(outcome).isInstanceOfAny(Committed.class, Repeated.class);
                    answered = true;
                } catch (StoreException e) {
                    assertThat(e.kind()).isNotEqualTo(StoreException.Kind.FAILED);
                }
            }
            row = commit.row();
        }
        assertThat(sound.find(ID)).contains(row);
        assertThat(sound.journal(ID, 0, 1_000)).hasSize(commands + 1);
        assertThat(sound.texts(ID, 0, 1_000)).hasSize(commands);
        assertThat(held(sound, anna)).isEqualTo(commands);
        assertThat(Conversation.fold(row.customer(), sound.journal(ID, 0, 1_000)))
                .isEqualTo(row);
    }
}
