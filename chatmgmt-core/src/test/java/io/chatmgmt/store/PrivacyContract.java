package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.metrics.RecordedRows;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyStore} forgets, and what it keeps. */
public abstract class PrivacyContract extends StoreContract {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;

    private Conversation kims(String id) {
        return committed(
                store,
                opening(ConversationId.of(id), Customer.of("kim"), after(0)).customerWrites("I am Kim"));
    }

    private static List<ConversationId> ids(String... values) {
        return List.of(values).stream().map(ConversationId::of).toList();
    }

    @Test
    @DisplayName("T159 the conversations of a customer are found in order of id, in pages, and by tenant")
    void the_conversations_of_a_customer_are_found() {
        kims("c-2");
        kims("c-1");
        Conversation third = kims("c-3");
        committed(store, opening("c-0"));
        committed(store, opening(new ConversationId("other", "c-9"), Customer.of("kim"), after(0)));
        committed(store, following(third).resolved());

        assertThat(store.ofCustomer(TENANT, "kim", null, 2)).isEqualTo(ids("c-1", "c-2"));
        assertThat(store.ofCustomer(TENANT, "kim", ConversationId.of("c-2"), 2)).isEqualTo(ids("c-3"));
        assertThat(store.ofCustomer(TENANT, "Kim", null, 2)).isEmpty();
        assertThat(store.ofCustomer("other", "kim", null, 2)).containsExactly(new ConversationId("other", "c-9"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.ofCustomer(TENANT, "kim", null, 0));
    }

    @Test
    @DisplayName("N01 a commit that erases leaves every text without words, and everything else as it was")
    void a_commit_that_erases_leaves_texts_without_words() {
        Conversation row = kims("c-1");
        row = committed(store, following(row).aiAnswers("Hello Kim"));
        row = committed(store, following(row).noted("Kim is in a hurry").rated(4));
        Conversation other = kims("c-2");
        List<Text> before = store.texts(row.id(), 0, 10);

        Conversation erased = committed(store, following(row).erased());

        assertThat(store.texts(row.id(), 0, 10))
                .isEqualTo(before.stream().map(Text::erased).toList())
                .hasSize(3);
        assertThat(store.latestMessages(List.of(row.id(), other.id())))
                .hasEntrySatisfying(row.id(), text -> assertThat(text.content()).isEmpty())
                .hasEntrySatisfying(
                        other.id(), text -> assertThat(text.content()).isEqualTo("I am Kim"));
        assertThat(store.find(row.id())).contains(erased);
        assertThat(erased).isEqualTo(Conversation.fold(erased.customer(), store.journal(row.id(), 0, 10)));
        assertThat(store.ofCustomer(TENANT, "kim", null, 9)).isEqualTo(ids("c-2"));
        assertThat(store.ofCustomer(TENANT, erased.customer().id(), null, 9)).isEqualTo(ids("c-1"));
        assertThat(store.customer(TENANT, "kim").earlierEpisodes()).isEqualTo(1);

        committed(store, following(erased).noted("New words"));
        assertThat(store.texts(row.id(), 3, 10)).extracting(Text::content).containsExactly("New words");
    }

    @Test
    void what_loses_the_race_erases_nothing() {
        Conversation row = kims("c-1");
        Commit late = following(row).erased().build();
        committed(store, following(row).noted("Faster"));

        assertThat(store.commit(late)).isInstanceOf(CommitOutcome.Moved.class);
        assertThat(store.texts(row.id(), 0, 10)).extracting(Text::content).containsExactly("I am Kim", "Faster");
    }

    @Test
    @DisplayName("N02 what was resolved first goes first, as a whole, and what may not go yet stays")
    void what_is_over_goes() {
        Conversation first = over("c-3", 10);
        Conversation second = over("c-1", 11);
        Conversation late = over("c-2", 20);
        Conversation open = kims("c-4");
        counted(open);
        Conversation uncounted =
                committed(store, following(kims("c-5"), after(9)).resolved());
        Conversation due =
                committed(store, following(kims("c-6"), after(8)).resolved().leftPending(after(99)));
        counted(due);
        Conversation others = committed(
                store,
                opening(new ConversationId("other", "c-7"), Customer.of("kim"), after(0))
                        .resolved());
        counted(others);

        assertThat(store.removeResolved(TENANT, after(20), 1)).containsExactly(first.id());
        assertThat(store.find(first.id())).isEmpty();
        assertThat(store.journal(first.id(), 0, 10)).isEmpty();
        assertThat(store.texts(first.id(), 0, 10)).isEmpty();
        assertThat(store.removeResolved(TENANT, after(20), 10)).containsExactly(second.id());
        assertThat(store.removeResolved(TENANT, after(20), 10)).isEmpty();
        for (Conversation kept : List.of(late, open, uncounted, due, others)) {
            assertThat(store.find(kept.id())).contains(kept);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> store.removeResolved(TENANT, after(20), 0));
    }

    @Test
    void one_that_is_gone_can_begin_again_and_a_late_commit_moves_nothing() {
        Conversation gone = over("c-1", 10);
        Commit late = following(gone).noted("Late").build();
        assertThat(store.removeResolved(TENANT, after(11), 5)).hasSize(1);

        assertThat(store.commit(late)).isEqualTo(new CommitOutcome.Moved(null));
        Conversation again = kims("c-1");
        assertThat(store.journal(again.id(), 0, 10)).hasSize(1);
        assertThat(store.texts(again.id(), 0, 10)).hasSize(1);
        assertThat(store.recorded(again.id())).isZero();
    }

    private Conversation over(String id, long second) {
        Conversation row = committed(store, following(kims(id), after(second)).resolved());
        counted(row);
        return row;
    }

    private void counted(Conversation row) {
        assertThat(store.record(new Recording(row.id(), 0, row.version(), new RecordedRows())))
                .isTrue();
    }
}
