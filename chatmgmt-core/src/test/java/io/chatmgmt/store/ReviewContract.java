package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.conversation.TrainingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link ReviewStore} finds. */
public abstract class ReviewContract extends StoreContract {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;

    @Test
    void a_new_store_has_no_reviews() {
        assertThat(store.reviews(TENANT, Instant.EPOCH, after(100), null, 10)).isEmpty();
    }

    @Test
    void only_rows_that_tell_of_reviews_are_found_in_order_of_time_and_in_pages() {
        Conversation b = committed(store, opening("b").customerWrites("Hi").aiAnswers("Hello"));
        Conversation a = committed(store, opening("a").customerWrites("Hi").aiAnswers("Hello"));
        b = committed(store, marked(b, 3));
        a = committed(store, marked(a, 3));
        committed(store, following(a, after(4)).noted("Not a review"));
        b = committed(store, marked(b, 2));
        committed(store, marked(b, 9));

        List<String> seen = new ArrayList<>();
        JournalPlace place = null;
        List<JournalRow> page;
        do {
            page = store.reviews(TENANT, START, after(100), place, 2);
            for (JournalRow row : page) {
                assertThat(row.isReview()).isTrue();
                seen.add(row.conversation().value() + " " + row.version());
                place = JournalPlace.of(row);
            }
        } while (page.size() == 2);
        assertThat(seen).containsExactly("a 2", "b 2", "b 3", "b 4");
        assertThatIllegalArgumentException().isThrownBy(() -> store.reviews(TENANT, START, after(100), null, 0));
    }

    @Test
    void a_span_includes_its_beginning_and_not_its_end() {
        Conversation row = committed(store, opening("a").aiAnswers("Hello"));
        row = committed(store, marked(row, 5));
        committed(store, marked(row, 6));
        assertThat(store.reviews(TENANT, after(5), after(6), null, 10)).hasSize(1);
        assertThat(store.reviews(TENANT, after(5), after(6).plusNanos(1_000), null, 10))
                .hasSize(2);
        assertThat(store.reviews(TENANT, after(6), after(6), null, 10)).isEmpty();
        assertThat(store.reviews(TENANT, after(7), after(100), null, 10)).isEmpty();
    }

    @Test
    @DisplayName("T159 reviews are told apart by tenant")
    void reviews_are_told_apart_by_tenant() {
        Conversation one =
                committed(store, opening(new ConversationId("one", "c")).aiAnswers("Hello"));
        committed(store, marked(one, 1));
        assertThat(store.reviews("one", START, after(9), null, 10)).hasSize(1);
        assertThat(store.reviews("two", START, after(9), null, 10)).isEmpty();
    }

    private static CommitBuilder marked(Conversation row, int second) {
        return following(row, after(second))
                .emit(new ReviewEvent.MarkedForTraining(
                        new TrainingMark(1, 0, OverrideReason.TONE, List.of("tag"), TrainingState.NEW)));
    }
}
