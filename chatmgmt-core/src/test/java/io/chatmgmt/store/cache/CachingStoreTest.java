package io.chatmgmt.store.cache;

import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.StoreException;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CachingStoreTest {

    private static final ConversationId ID = ConversationId.of("c-1");

    private final InMemoryStore store = InMemoryStore.ofDefaults();
    private final CachingStore cached = CachingStore.of(store);

    @Test
    void a_row_is_at_hand_after_its_commit_and_counted() {
        Conversation row = committed(cached, opening(ID));
        CacheFigures before = cached.figures();
        assertThat(cached.findRecent(ID)).containsSame(row);
        assertThat(cached.findRecent(ConversationId.of("c-2"))).isEmpty();
        CacheFigures after = cached.figures();
        assertThat(after.hits() - before.hits()).isEqualTo(1);
        assertThat(after.misses() - before.misses()).isEqualTo(1);
        assertThat(after.size()).isEqualTo(1);
    }

    @Test
    void the_hit_rate_is_the_share_of_hits() {
        assertThat(new CacheFigures(3, 1, 0).hitRate()).isEqualTo(0.75);
        assertThat(new CacheFigures(0, 0, 0).hitRate()).isEqualTo(1);
    }

    @Test
    void a_row_that_is_behind_loses_its_race_and_is_forgotten() {
        Conversation first = committed(cached, opening(ID));
        Conversation second = committed(store, following(first).noted("at another node"));
        assertThat(cached.findRecent(ID)).contains(first);
        assertThat(cached.find(ID)).contains(second);
        assertThat(cached.commit(following(first).noted("late").build())).isEqualTo(new Moved(second));
        assertThat(cached.findRecent(ID)).contains(second);
    }

    @Test
    void what_asks_for_nothing_new_is_decided_on_the_current_row() {
        MutableClock clock = MutableClock.at(Instant.parse("2026-03-02T09:00:00Z"));
        ChatGovernance here =
                ChatGovernance.builder().store(cached).clock(clock).build();
        ChatGovernance there =
                ChatGovernance.builder().store(store).clock(clock).build();
        here.onCustomerMessage(CustomerMessage.of(ID, "m-1", "Where is my invoice?"));
        here.resolve(ID, Resolution.ASSUMED);
        there.onCustomerMessage(CustomerMessage.of(ID, "m-2", "Where is my other invoice?"));
        assertThat(store.find(ID).orElseThrow().isOpen()).isTrue();
        // the row at hand here is resolved already
        here.resolve(ID, Resolution.ASSUMED);
        assertThat(store.find(ID).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void after_an_unknown_outcome_nothing_is_at_hand() {
        AtomicBoolean broken = new AtomicBoolean();
        CachingStore unsteady = CachingStore.of(breaking(store, broken));
        Conversation first = committed(unsteady, opening(ID));
        Commit next = following(first).key("m-1").customerWrites("Hello?").build();
        broken.set(true);
        assertThatThrownBy(() -> unsteady.commit(next)).isInstanceOf(StoreException.class);
        broken.set(false);
        assertThat(unsteady.findRecent(ID)).contains(next.row());
        assertThat(unsteady.commit(next)).isInstanceOf(CommitOutcome.Repeated.class);
        assertThat(unsteady.commit(following(next.row()).noted("goes on").build()))
                .isEqualTo(Committed.INSTANCE);
    }

    @Test
    void the_latest_of_commits_that_become_known_late_stays() {
        Conversation row = committed(cached, opening(ID));
        for (int i = 0; i < 10; i++) {
            row = committed(cached, following(row).noted("note " + i));
            assertThat(cached.findRecent(ID)).contains(row);
        }
    }

    @Test
    void a_cache_keeps_at_least_one_row() {
        assertThatIllegalArgumentException().isThrownBy(() -> CachingStore.bounded(store, 0));
    }

    /** A store whose commits take effect but are not acknowledged while it is broken. */
    private static GovernanceStore breaking(GovernanceStore store, AtomicBoolean broken) {
        return (GovernanceStore) Proxy.newProxyInstance(
                CachingStoreTest.class.getClassLoader(),
                new Class<?>[] {GovernanceStore.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (broken.get() && method.getName().equals("commit")) {
                            throw new StoreException(StoreException.Kind.UNAVAILABLE, "lost", null, null);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
