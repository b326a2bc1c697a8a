package io.chatmgmt.store.memory;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.CommitOutcome.SlotRefused;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Race;
import io.chatmgmt.store.StoreFullException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void a_store_holds_at_least_one_conversation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InMemoryStore.bounded(0))
                .withMessageContaining("maxConversations");
    }

    @Test
    void the_conversation_that_was_resolved_first_makes_room() {
        GovernanceStore store = InMemoryStore.bounded(3);
        Conversation late = committed(store, opening("late").key("m-1").customerWrites("Hello"));
        Conversation early = committed(
                store, opening("early").key("m-1").customerWrites("Hello").ticket(after(5)));
        committed(store, opening("open").ticket(after(9)));
        early = committed(store, following(early, after(10)).resolved());
        late = committed(store, following(late, after(20)).resolved());
        committed(store, following(early, after(30)).noted("a note does not make it younger"));

        committed(store, opening("new"));

        ConversationId gone = early.id();
        assertThat(store.find(gone)).isEmpty();
        assertThat(store.journal(gone, 0, 10)).isEmpty();
        assertThat(store.texts(gone, 0, 10)).isEmpty();
        assertThat(store.findCommand(gone, "m-1")).isEmpty();
        assertThat(store.nextDue()).contains(after(9));
        assertThat(store.reschedule(gone, 3, START)).isFalse();
        assertThat(store.find(late.id())).isPresent();
        assertThat(store.find(ConversationId.of("open"))).isPresent();
        assertThat(store.commit(following(early).noted("too late").build())).isEqualTo(new Moved(null));
    }

    @Test
    void a_reopened_conversation_stays() {
        GovernanceStore store = InMemoryStore.bounded(2);
        Conversation one = committed(store, opening("one"));
        one = committed(store, following(one, after(10)).resolved());
        Conversation two = committed(store, opening("two"));
        committed(store, following(two, after(20)).resolved());
        one = committed(store, following(one, after(30)).reopened());

        committed(store, opening("three"));
        assertThat(store.find(one.id())).isPresent();
        assertThat(store.find(two.id())).isEmpty();
    }

    @Test
    void a_store_full_of_open_conversations_takes_no_other() {
        GovernanceStore store = InMemoryStore.bounded(2);
        Conversation one = committed(store, opening("one"));
        committed(store, opening("two"));
        ConversationId id = ConversationId.of("three");

        Commit third = opening(id).customerWrites("Hello").build();
        assertThatThrownBy(() -> store.commit(third))
                .isInstanceOfSatisfying(
                        StoreFullException.class,
                        full -> assertThat(full.conversation()).contains(id));
        assertThat(store.find(id)).isEmpty();
        assertThat(store.customer("default", third.row().customer().id())).isEqualTo(CustomerHistory.NONE);
        assertThat(store.open("default", null, 10)).hasSize(2);

        one = committed(store, following(one).noted("those who are in go on"));
        committed(store, following(one).resolved());
        assertThat(store.commit(third)).isEqualTo(Committed.INSTANCE);
    }

    @Test
    void a_refused_first_commit_takes_no_room() {
        GovernanceStore store = InMemoryStore.bounded(1);
        AgentId full = agent(store, "full", 0);
        for (int i = 0; i < 3; i++) {
            assertThat(store.commit(opening("c-" + i).take(full).build())).isEqualTo(new SlotRefused(full));
        }
        committed(store, opening("c-1"));
    }

    @Test
    void a_dropped_conversation_may_begin_anew() {
        GovernanceStore store = InMemoryStore.bounded(1);
        Conversation one = committed(store, opening("one").key("m-1"));
        committed(store, following(one).resolved());
        Conversation two = committed(store, opening("two"));
        committed(store, following(two).resolved());
        assertThat(committed(store, opening("one").key("m-1")).version()).isEqualTo(1);
    }

    @Test
    void what_is_known_of_a_customer_outlives_the_conversation() {
        GovernanceStore store = InMemoryStore.bounded(1);
        AgentId anna = agent(store, "anna", 1);
        Conversation kims = committed(store, opening(ConversationId.of("one"), Customer.of("kim"), START));
        kims = committed(store, following(kims).assigned(anna));
        kims = committed(store, following(kims).resolved());
        committed(store, following(kims).rated(5));
        committed(store, opening("two"));

        assertThat(store.find(kims.id())).isEmpty();
        assertThat(store.customer("default", "kim")).isEqualTo(new CustomerHistory(1, anna, 5, null));
    }

    @Test
    void of_customers_without_conversations_the_latest_are_remembered() {
        GovernanceStore store = InMemoryStore.bounded(2);
        for (int i = 0; i < 10; i++) {
            Conversation row = committed(store, opening(ConversationId.of("c-" + i), Customer.of("k-" + i), after(i)));
            committed(store, following(row).resolved());
        }
        assertThat(IntStream.range(0, 10)
                        .filter(i -> store.customer("default", "k-" + i).isReturning())
                        .toArray())
                .containsExactly(6, 7, 8, 9);
    }

    @Test
    void the_bound_holds_when_many_open_and_resolve_at_once() throws Exception {
        GovernanceStore store = InMemoryStore.bounded(5);
        try (Race race = new Race()) {
            List<Callable<Integer>> channels = IntStream.range(0, 4)
                    .mapToObj(channel -> (Callable<Integer>) () -> openAndResolve(store, channel))
                    .toList();
            race.between(channels);
        }
        long held = IntStream.range(0, 4)
                .boxed()
                .flatMap(channel -> IntStream.range(0, 500).mapToObj(i -> id(channel, i)))
                .filter(id -> store.find(id).isPresent())
                .count();
        assertThat(held).isEqualTo(5);
        assertThat(store.open("default", null, 10)).isEmpty();
        for (int i = 0; i < 5; i++) {
            committed(store, opening("open-" + i));
        }
        assertThatThrownBy(() -> store.commit(opening("one more").build())).isInstanceOf(StoreFullException.class);
    }

    private static int openAndResolve(GovernanceStore store, int channel) {
        for (int i = 0; i < 500; i++) {
            Conversation row = committed(store, opening(id(channel, i)));
            row = committed(store, following(row).resolved());
            CommitOutcome outcome =
                    store.commit(following(row).noted("may be gone by now").build());
            assertThat(outcome).isIn(Committed.INSTANCE, new Moved(null));
        }
        return channel;
    }

    private static ConversationId id(int channel, int i) {
        return ConversationId.of(channel + "-" + i);
    }
}
