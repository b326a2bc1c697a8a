package io.chatmgmt.store.jdbc;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.content;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.held;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.CommitOutcome.Repeated;
import io.chatmgmt.store.CommitOutcome.SlotRefused;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Race;
import io.chatmgmt.store.StoreFixtures.Content;
import io.chatmgmt.store.cache.CachingStore;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a store does within a transaction of the host, which only the host may end. */
abstract class HostTransactionContract {

    private static final ConversationId ID = ConversationId.of("c-1");

    private HostTransaction host;
    private GovernanceStore inside;
    private GovernanceStore outside;

    /** The database, emptied. */
    abstract Database database();

    @BeforeEach
    final void startEmpty() {
        Database database = database();
        outside = database.empty();
        host = new HostTransaction(database.dataSource());
        inside = JdbcStore.builder(host.dataSource()).build();
    }

    @Test
    @DisplayName("Q08 what is committed within the host's transaction comes with it")
    void what_is_committed_comes_with_the_hosts_commit() throws SQLException {
        AgentId anna = agent(outside, "anna", 1);
        Commit commit =
                opening(ID).key("m-1").customerWrites("Hello").take(anna).build();
        host.committing(() -> {
            assertThat(inside.isInHostTransaction()).isTrue();
            assertThat(inside.commit(commit)).isEqualTo(Committed.INSTANCE);
            assertThat(inside.find(ID)).contains(commit.row());
            assertThat(outside.find(ID)).isEmpty();
            return "";
        });
        assertThat(inside.isInHostTransaction()).isFalse();
        assertThat(outside.find(ID)).contains(commit.row());
        assertThat(outside.texts(ID, 0, 10)).isEqualTo(commit.texts());
        assertThat(held(outside, anna)).isEqualTo(1);
    }

    @Test
    @DisplayName("Q08 what the host rolls back never was")
    void what_the_host_rolls_back_never_was() throws SQLException {
        AgentId anna = agent(outside, "anna", 1);
        Conversation row = committed(outside, opening(ID));
        Content before = content(outside, ID);
        host.rollingBack(() -> inside.commit(
                following(row).key("m-1").customerWrites("Hello").take(anna).build()));
        assertThat(content(outside, ID)).isEqualTo(before);
        assertThat(outside.findCommand(ID, "m-1")).isEmpty();
        assertThat(held(outside, anna)).isZero();
    }

    @Test
    @DisplayName("Q08 a lost race, a repeated command and a refused slot leave the host's transaction alive and empty")
    void losing_leaves_the_transaction_alive() throws SQLException {
        AgentId full = agent(outside, "full", 0);
        Commit opening = opening(ID).key("m-1").build();
        outside.commit(opening);
        Conversation second = committed(outside, following(opening.row()).noted("first come"));
        Content before = content(outside, ID);

        host.committing(() -> {
            assertThat(inside.commit(following(opening.row()).noted("late").build()))
                    .isEqualTo(new Moved(second));
            assertThat(inside.commit(opening(ID).key("m-9").build())).isEqualTo(new Moved(second));
            assertThat(inside.commit(following(second).key("m-1").noted("again").build()))
                    .isInstanceOf(Repeated.class);
            assertThat(inside.commit(following(second)
                            .noted("full")
                            .queued("q", START)
                            .take(full)
                            .build()))
                    .isEqualTo(new SlotRefused(full));
            assertThat(inside.commit(opening("c-2").take(full).build())).isEqualTo(new SlotRefused(full));
            return inside.commit(opening("c-3").customerWrites("still alive").build());
        });

        assertThat(content(outside, ID)).isEqualTo(before);
        assertThat(outside.find(ConversationId.of("c-2"))).isEmpty();
        assertThat(outside.find(ConversationId.of("c-3"))).isPresent();
    }

    @Test
    @DisplayName("Q08 a first commit that another one beats while it waits leaves the host's transaction alive")
    void a_duplicate_first_commit_leaves_the_transaction_alive() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        Commit one = opening(ID).customerWrites("one").build();
        Commit two = opening(ID).customerWrites("two").build();
        try (Race race = new Race()) {
            List<CommitOutcome> outcomes = race.between(
                    () -> host.committing(() -> {
                        CommitOutcome outcome = inside.commit(one);
                        written.countDown();
                        return outcome;
                    }),
                    () -> {
                        written.await();
                        return host.committing(() -> {
                            CommitOutcome outcome = inside.commit(two);
                            inside.commit(opening("c-2").build());
                            return outcome;
                        });
                    });
            assertThat(outcomes).containsExactly(Committed.INSTANCE, new Moved(one.row()));
        }
        assertThat(outside.find(ConversationId.of("c-2"))).isPresent();
    }

    @Test
    void several_commits_of_one_transaction_follow_each_other() throws SQLException {
        Conversation last = host.committing(() -> {
            Conversation row = committed(inside, opening(ID).customerWrites("1"));
            row = committed(inside, following(row).customerWrites("2"));
            return committed(inside, following(row).customerWrites("3"));
        });
        assertThat(outside.find(ID)).contains(last);
        assertThat(outside.journal(ID, 0, 10)).hasSize(3);
    }

    @Test
    void a_pool_whose_connections_all_come_with_auto_commit_off_is_no_transaction_of_the_host() throws SQLException {
        GovernanceStore pooled = JdbcStore.builder(host.dataSource())
                .autoCommitOff(AutoCommitOff.MEANS_NOTHING)
                .build();
        assertThat(pooled.isInHostTransaction()).isFalse();
    }

    @Test
    @DisplayName("Q08 a row of the host's transaction is not kept: it would let the next command overwrite another's")
    void a_row_of_the_hosts_transaction_is_not_kept() throws SQLException {
        CachingStore cached = CachingStore.of(inside);
        Conversation first = committed(cached, opening(ID));
        Commit rolledBack = following(first).customerWrites("never came to be").build();
        host.rollingBack(() -> cached.commit(rolledBack));
        Conversation second = committed(outside, following(first).customerWrites("came to be"));

        Conversation recent = cached.findRecent(ID).orElseThrow();
        assertThat(recent).isEqualTo(second);
        assertThat(cached.commit(following(recent).noted("follows").build())).isEqualTo(Committed.INSTANCE);

        // what a kept row would have done: its successor fits the version of a row that it never saw
        Conversation other = committed(outside, opening("c-2"));
        Commit lost = following(other).customerWrites("never came to be").build();
        host.rollingBack(() -> inside.commit(lost));
        committed(outside, following(other).customerWrites("came to be"));
        assertThat(outside.commit(following(lost.row()).noted("overwrites").build()))
                .isEqualTo(Committed.INSTANCE);
    }

    @Test
    void within_the_hosts_transaction_its_own_rows_are_read() throws SQLException {
        CachingStore cached = CachingStore.of(inside);
        Conversation first = committed(cached, opening(ID));
        host.rollingBack(() -> {
            Conversation second = committed(cached, following(first).noted("within"));
            assertThat(cached.findRecent(ID)).contains(second);
            return "";
        });
        assertThat(cached.findRecent(ID)).contains(first);
    }
}
