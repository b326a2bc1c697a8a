package io.chatmgmt.store;

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
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.store.CommitOutcome.Committed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link WorkStore} does with what waits in queues and with what is open. */
public abstract class QueueContract extends StoreContract {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;

    @Test
    void nobody_waits_in_a_new_store() {
        assertThat(store.queued(TENANT, "billing", 10)).isEmpty();
        assertThat(store.queues(TENANT)).isEmpty();
        assertThat(store.tenantsWithQueues()).isEmpty();
        assertThat(store.open(TENANT, null, 10)).isEmpty();
    }

    @Test
    void a_queued_conversation_is_listed_with_its_current_row() {
        Conversation row = committed(store, opening("c-1").queued("billing", START));
        assertThat(store.queued(TENANT, "billing", 10)).containsExactly(row);
        row = committed(store, following(row).customerWrites("Still there?"));
        assertThat(store.queued(TENANT, "billing", 10)).containsExactly(row);
        assertThat(store.queues(TENANT)).containsExactly("billing");
        assertThat(store.tenantsWithQueues()).containsExactly(TENANT);
    }

    @Test
    void the_queue_is_served_by_order_key() {
        queued("third", after(30), START);
        queued("first", after(-600), after(5));
        queued("second", after(10), after(1));
        assertThat(waiting(10)).containsExactly("first", "second", "third");
        assertThat(waiting(2)).containsExactly("first", "second");
        assertThatIllegalArgumentException().isThrownBy(() -> store.queued(TENANT, "billing", 0));
    }

    @Test
    void ties_are_served_by_age_then_by_id() {
        queued("b", START, after(2));
        queued("c", START, after(1));
        queued("a", START, after(2));
        queued("B", START, after(2));
        queued("d", START.minusNanos(1_000), after(9));
        assertThat(waiting(10)).containsExactly("d", "c", "B", "a", "b");
    }

    @Test
    @DisplayName("T090 those ahead are counted in the same queue, by the order of serving, up to a limit")
    void those_ahead_are_counted() {
        Conversation third = queued("third", after(30), START);
        queued("first", after(-600), after(5));
        queued("second", after(10), after(1));
        committed(store, opening("elsewhere").queued("sales", after(-900)));
        Conversation offered = queued("offered", after(-700), START);
        agent(store, AgentId.of("anna"), 1);
        committed(store, following(offered).offered(AgentId.of("anna")));

        assertThat(store.waiting(TENANT, "billing", null, 100)).isEqualTo(3);
        assertThat(store.waiting(TENANT, "billing", null, 2)).isEqualTo(2);
        assertThat(store.waiting(TENANT, "billing", PlaceInLine.of(third), 100)).isEqualTo(2);
        assertThat(store.waiting(TENANT, "billing", PlaceInLine.of(third), 1)).isEqualTo(1);
        assertThat(store.waiting(TENANT, "sales", null, 100)).isEqualTo(1);
        assertThat(store.waiting("other", "billing", null, 100)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> store.waiting(TENANT, "billing", null, 0));
    }

    @Test
    @DisplayName("F14 what an agent has and what is offered to them is found, in order of id")
    void what_an_agent_holds_is_found() {
        AgentId anna = agent(store, "anna", 5);
        AgentId ben = agent(store, "ben", 5);
        Conversation offered =
                committed(store, following(queued("b", START, START)).offered(anna));
        Conversation had = committed(store, following(queued("a", START, START)).offered(anna));
        had = committed(store, following(had).accepted());
        Conversation done =
                committed(store, following(queued("c", START, START)).offered(anna));
        done = committed(store, following(done).accepted());
        committed(store, following(done).resolved());
        committed(store, following(queued("d", START, START)).offered(ben));

        assertThat(store.heldBy(anna, 10)).containsExactly(had, offered);
        assertThat(store.heldBy(anna, 1)).containsExactly(had);
        assertThat(store.heldBy(new AgentId("other", "anna"), 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.heldBy(anna, 0));
    }

    @Test
    void whoever_becomes_more_urgent_is_served_earlier() {
        queued("a", after(1), START);
        Conversation b = queued("b", after(2), START);
        committed(store, following(b).reprioritised(after(-600)));
        assertThat(waiting(10)).containsExactly("b", "a");
    }

    @Test
    void an_offered_conversation_leaves_the_queue_and_comes_back_to_its_old_place() {
        AgentId anna = agent(store, "anna", 1);
        Conversation a = queued("a", after(1), START);
        queued("b", after(2), START);
        a = committed(store, following(a).offered(anna));
        assertThat(waiting(10)).containsExactly("b");
        a = committed(store, following(a).declined());
        assertThat(waiting(10)).containsExactly("a", "b");
        a = committed(store, following(a).offered(anna));
        a = committed(store, following(a).rescinded());
        assertThat(waiting(10)).containsExactly("a", "b");
        a = committed(store, following(a).offered(anna));
        committed(store, following(a).accepted());
        assertThat(waiting(10)).containsExactly("b");
    }

    @Test
    void a_resolved_conversation_leaves_the_queue() {
        Conversation row = queued("a", START, START);
        committed(store, following(row).resolved());
        assertThat(waiting(10)).isEmpty();
        assertThat(store.queues(TENANT)).isEmpty();
        assertThat(store.tenantsWithQueues()).isEmpty();
    }

    @Test
    void a_conversation_waits_in_one_queue_at_a_time() {
        Conversation row = queued("a", START, START);
        row = committed(store, following(row).queued("returns", START));
        assertThat(waiting(10)).isEmpty();
        assertThat(store.queued(TENANT, "returns", 10)).containsExactly(row);
        assertThat(store.queues(TENANT)).containsExactly("returns");
    }

    @Test
    void queues_are_named_while_somebody_waits_in_them_without_an_offer() {
        AgentId anna = agent(store, "anna", 5);
        committed(store, opening("a").queued("billing", START));
        committed(store, opening("b").queued("Billing", START));
        committed(store, opening("c").queued("billing ", START));
        committed(store, opening("d").queued("返品", START));
        committed(store, opening("e").queued("offered", START).offered(anna));
        assertThat(store.queues(TENANT)).containsExactlyInAnyOrder("billing", "Billing", "billing ", "返品");
        assertThat(store.queued(TENANT, "Billing", 10))
                .extracting(QueueContract::id)
                .containsExactly("b");
        assertThat(store.queued(TENANT, "offered", 10)).isEmpty();
    }

    @Test
    @DisplayName("T159 queues and what is open are told apart by tenant")
    void queues_and_what_is_open_are_told_apart_by_tenant() {
        AgentId anna = agent(store, new AgentId("four", "anna"), 1);
        committed(store, opening(new ConversationId("one", "c")).queued("billing", START));
        committed(store, opening(new ConversationId("two", "c")).queued("returns", START));
        committed(store, opening(new ConversationId("two", "d")).queued("billing", START));
        committed(store, opening(new ConversationId("three", "c")));
        committed(
                store,
                opening(new ConversationId("four", "c"))
                        .queued("billing", START)
                        .offered(anna));

        assertThat(store.queued("one", "billing", 10))
                .extracting(QueueContract::id)
                .containsExactly("c");
        assertThat(store.queued("two", "billing", 10))
                .extracting(QueueContract::id)
                .containsExactly("d");
        assertThat(store.queued("three", "billing", 10)).isEmpty();
        assertThat(store.queues("one")).containsExactly("billing");
        assertThat(store.queues("two")).containsExactlyInAnyOrder("billing", "returns");
        assertThat(store.queues("three")).isEmpty();
        assertThat(store.queues("ONE")).isEmpty();
        assertThat(store.tenantsWithQueues()).containsExactlyInAnyOrder("one", "two");
        assertThat(store.open("one", null, 10)).extracting(QueueContract::id).containsExactly("c");
        assertThat(store.open("two", null, 10)).extracting(QueueContract::id).containsExactly("c", "d");
        assertThat(store.open("tw", null, 10)).isEmpty();
    }

    @Test
    void what_is_open_comes_in_order_of_id_and_in_pages() {
        for (String id : List.of("e", "b", "d", "a", "C")) {
            committed(store, opening(id));
        }
        assertThat(open(null, 10)).containsExactly("C", "a", "b", "d", "e");
        assertThat(open(null, 2)).containsExactly("C", "a");
        assertThat(open("a", 2)).containsExactly("b", "d");
        assertThat(open("b-", 10)).containsExactly("d", "e");
        assertThat(open("e", 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.open(TENANT, null, 0));
    }

    @Test
    void what_is_resolved_is_not_open_until_it_is_reopened() {
        Conversation a = committed(store, opening("a"));
        Conversation b = committed(store, opening("b"));
        a = committed(store, following(a).resolved());
        assertThat(store.open(TENANT, null, 10)).containsExactly(b);
        a = committed(store, following(a).noted("after all"));
        assertThat(store.open(TENANT, null, 10)).containsExactly(b);
        a = committed(store, following(a).reopened().customerWrites("Not solved!"));
        assertThat(store.open(TENANT, null, 10)).containsExactly(a, b);
    }

    @Test
    void what_is_listed_cannot_be_changed() {
        Conversation row = queued("a", START, START);
        assertThatThrownBy(() -> store.queued(TENANT, "billing", 10).remove(row))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.open(TENANT, null, 10).remove(row))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.queues(TENANT).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.tenantsWithQueues().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_queue_is_emptied_by_several_without_serving_anybody_twice() throws Exception {
        int conversations = rounds() / 2;
        AgentId anna = agent(store, "anna", conversations);
        AgentId ben = agent(store, "ben", conversations);
        for (int i = 0; i < conversations; i++) {
            queued("c-" + i, after(i % 7), START);
        }
        List<List<String>> served = race.between(() -> serve(anna), () -> serve(ben));
        assertThat(store.queues(TENANT)).isEmpty();
        List<String> all = new ArrayList<>(served.get(0));
        all.addAll(served.get(1));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, conversations)
                        .mapToObj(i -> "c-" + i)
                        .toList());
        assertThat(StoreFixtures.held(store, anna)).isEqualTo(served.get(0).size());
        assertThat(StoreFixtures.held(store, ben)).isEqualTo(served.get(1).size());
    }

    @Test
    void whoever_is_listed_waits() throws Exception {
        AgentId anna = agent(store, "anna", 1);
        Conversation first = queued("a", START, START);
        int last = 10 * rounds();
        race.between(
                () -> {
                    Conversation row = first;
                    while (row.version() < last) {
                        row = committed(store, following(row).offered(anna));
                        row = committed(store, following(row).rescinded());
                    }
                    return row.version();
                },
                () -> {
                    long seen = 0;
                    while (seen < last) {
                        for (Conversation row : store.queued(TENANT, "billing", 10)) {
                            seen = row.version();
                            if (row.handoff().state() != HandoffState.QUEUED) {
                                throw new AssertionError("does not wait: " + row);
                            }
                        }
                    }
                    return seen;
                });
    }

    private List<String> serve(AgentId agent) {
        List<String> served = new ArrayList<>();
        List<Conversation> next = store.queued(TENANT, "billing", 1);
        while (!next.isEmpty()) {
            Conversation row = next.get(0);
            if (store.commit(following(row).take(agent).resolved().build()) instanceof Committed) {
                served.add(id(row));
            }
            next = store.queued(TENANT, "billing", 1);
        }
        return served;
    }

    private Conversation queued(String id, Instant orderKey, Instant openedAt) {
        return committed(
                store,
                opening(ConversationId.of(id), Customer.of("k"), openedAt).queued("billing", orderKey));
    }

    private List<String> waiting(int limit) {
        return store.queued(TENANT, "billing", limit).stream()
                .map(QueueContract::id)
                .toList();
    }

    private List<String> open(String after, int limit) {
        ConversationId from = after == null ? null : ConversationId.of(after);
        return store.open(TENANT, from, limit).stream().map(QueueContract::id).toList();
    }

    private static String id(Conversation row) {
        return row.id().value();
    }
}
