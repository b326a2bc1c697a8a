package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.SlotRefused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link WorkStore} does with due times, which are lower bounds. */
public abstract class DueContract extends StoreContract {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    @Test
    void nothing_is_due_where_nothing_is_scheduled() {
        committed(store, opening(ID).customerWrites("Hello"));
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.due(LATEST, 10)).isEmpty();
    }

    @Test
    void a_conversation_is_due_from_its_deadline_on() {
        committed(store, opening(ID).ticket(after(30)));
        assertThat(store.nextDue()).contains(after(30));
        assertThat(store.due(after(30).minusNanos(1_000), 10)).isEmpty();
        assertThat(store.due(after(30), 10)).containsExactly(ID);
        assertThat(store.due(after(31), 10)).containsExactly(ID);
    }

    @Test
    void an_earlier_deadline_moves_the_bound() {
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        committed(store, following(row).leftPending(after(20)));
        assertThat(store.nextDue()).contains(after(20));
        assertThat(store.due(after(20), 10)).containsExactly(ID);
        assertThat(store.due(LATEST, 10)).containsExactly(ID);
    }

    @Test
    void a_later_deadline_leaves_the_bound_where_it_was() {
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        row = committed(store, following(row).ticket(after(60)));
        assertThat(row.dueAt()).isEqualTo(after(60));
        assertThat(store.nextDue()).contains(after(30));
        assertThat(store.due(after(30), 10)).containsExactly(ID);
    }

    @Test
    void a_deadline_that_is_gone_leaves_the_bound_where_it_was() {
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        row = committed(store, following(row).aiAnswers("Hi"));
        assertThat(row.dueAt()).isNull();
        row = committed(store, following(row).resolved());
        assertThat(store.nextDue()).contains(after(30));
        assertThat(store.due(after(30), 10)).containsExactly(row.id());
    }

    @Test
    void rescheduling_sets_the_bound_right_in_both_directions() {
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        assertThat(store.reschedule(ID, row.version(), after(60))).isTrue();
        assertThat(store.nextDue()).contains(after(60));
        assertThat(store.due(after(59), 10)).isEmpty();
        assertThat(store.reschedule(ID, row.version(), after(10))).isTrue();
        assertThat(store.reschedule(ID, row.version(), after(10))).isTrue();
        assertThat(store.due(LATEST, 10)).containsExactly(ID);
        assertThat(store.nextDue()).contains(after(10));
        assertThat(store.find(ID)).contains(row);
    }

    @Test
    void rescheduling_to_nothing_takes_the_conversation_off_the_list_until_a_commit_puts_it_back() {
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        assertThat(store.reschedule(ID, row.version(), null)).isTrue();
        assertThat(store.reschedule(ID, row.version(), null)).isTrue();
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.due(LATEST, 10)).isEmpty();

        committed(store, following(row).ticket(after(90)));
        assertThat(store.nextDue()).contains(after(90));
    }

    @Test
    void a_conversation_that_has_moved_on_is_not_rescheduled() {
        Conversation first = committed(store, opening(ID).ticket(after(30)));
        Conversation second = committed(store, following(first).leftPending(after(20)));
        assertThat(store.reschedule(ID, first.version(), null)).isFalse();
        assertThat(store.reschedule(ID, second.version() + 1, null)).isFalse();
        assertThat(store.nextDue()).contains(after(20));
        assertThat(store.reschedule(ConversationId.of("unknown"), 1, after(1))).isFalse();
        assertThat(store.reschedule(new ConversationId("other", ID.value()), second.version(), after(1)))
                .isFalse();
        assertThat(store.nextDue()).contains(after(20));
    }

    @Test
    void the_earliest_come_first_and_no_more_than_asked_for() {
        committed(store, opening("late").ticket(after(30)));
        committed(store, opening("early").ticket(after(10)));
        committed(store, opening("never"));
        committed(store, opening("middle").ticket(after(20)));
        assertThat(store.due(after(100), 10))
                .extracting(ConversationId::value)
                .containsExactly("early", "middle", "late");
        assertThat(store.due(after(100), 2)).extracting(ConversationId::value).containsExactly("early", "middle");
        assertThat(store.due(after(25), 10)).extracting(ConversationId::value).containsExactly("early", "middle");
        assertThatIllegalArgumentException().isThrownBy(() -> store.due(START, 0));
    }

    @Test
    void several_may_be_due_at_the_same_time() {
        committed(store, opening("a").ticket(after(10)));
        committed(store, opening("b").ticket(after(10)));
        committed(store, opening(new ConversationId("other", "a")).ticket(after(10)));
        assertThat(store.due(after(10), 10)).hasSize(3).doesNotHaveDuplicates();
        assertThat(store.reschedule(ConversationId.of("a"), 1, null)).isTrue();
        assertThat(store.due(after(10), 10))
                .containsExactlyInAnyOrder(ConversationId.of("b"), new ConversationId("other", "a"));
    }

    @Test
    void what_is_due_serves_all_tenants() {
        ConversationId one = new ConversationId("one", "c");
        ConversationId two = new ConversationId("two", "c");
        committed(store, opening(two).ticket(after(10)));
        committed(store, opening(one).ticket(after(20)));
        assertThat(store.due(after(20), 10)).containsExactly(two, one);
        assertThat(store.reschedule(two, 1, null)).isTrue();
        assertThat(store.due(after(20), 10)).containsExactly(one);
    }

    @Test
    void a_refused_commit_schedules_nothing() {
        AgentId full = agent(store, "full", 0);
        Conversation row = committed(store, opening(ID).ticket(after(30)));
        assertThat(store.commit(following(row).leftPending(after(5)).take(full).build()))
                .isEqualTo(new SlotRefused(full));
        assertThat(store.nextDue()).contains(after(30));
    }

    @Test
    void a_deadline_that_comes_while_another_is_rescheduled_is_not_lost() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Conversation row = committed(store, opening("c-" + round).ticket(after(30)));
            Commit sooner = following(row).leftPending(after(10)).build();
            List<Boolean> done = race.between(
                    () -> store.commit(sooner) instanceof Committed,
                    () -> store.reschedule(row.id(), row.version(), null));
            assertThat(done.get(0)).isTrue();
            assertThat(store.due(after(10), 1)).containsExactly(row.id());
            assertThat(store.reschedule(row.id(), sooner.row().version(), null)).isTrue();
        }
    }

    @Test
    @DisplayName("what is due is never later than the row says, whoever writes and reschedules")
    void what_is_due_is_never_later_than_the_row_says() throws Exception {
        List<ConversationId> ids =
                Stream.of("a", "b", "c").map(ConversationId::of).toList();
        ids.forEach(id -> committed(store, opening(id)));
        race.between(() -> writeDeadlines(ids, 17), () -> writeDeadlines(ids, 29), () -> {
            for (int i = 0; i < 2 * rounds(); i++) {
                for (ConversationId id : store.due(LATEST, 10)) {
                    Conversation row = store.find(id).orElseThrow();
                    store.reschedule(id, row.version(), row.dueAt());
                }
            }
            return 0;
        });
        for (ConversationId id : ids) {
            Conversation row = store.find(id).orElseThrow();
            assertThat(store.due(LATEST, 10)).containsOnlyOnce(id);
            assertThat(store.reschedule(id, row.version(), row.dueAt())).isTrue();
        }
        Optional<Instant> earliest =
                ids.stream().map(id -> store.find(id).orElseThrow().dueAt()).min(Comparator.naturalOrder());
        assertThat(store.nextDue()).isEqualTo(earliest);
    }

    private int writeDeadlines(List<ConversationId> ids, int step) {
        for (int i = 0; i < rounds(); i++) {
            Conversation row = store.find(ids.get(i % ids.size())).orElseThrow();
            store.commit(following(row).ticket(after(100 + i * step % 50)).build());
            assertThat(store.due(LATEST, 10)).contains(row.id());
        }
        return 0;
    }
}
