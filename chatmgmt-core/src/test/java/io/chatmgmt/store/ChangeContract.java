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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeStore} tells. */
public abstract class ChangeContract extends StoreContract {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;

    @Test
    void a_new_store_has_no_changes() {
        assertThat(store.changed(TENANT, Instant.EPOCH, null, 10)).isEmpty();
        assertThat(store.rows(List.of(ConversationId.of("nobody")))).isEmpty();
        assertThat(store.rows(List.of())).isEmpty();
    }

    @Test
    void each_conversation_is_found_once_at_its_latest_change_in_order_of_time_and_in_pages() {
        Conversation a = committed(store, opening("a").customerWrites("1"));
        Conversation b = committed(store, opening("b").customerWrites("1"));
        committed(store, opening("c").customerWrites("1"));
        b = committed(store, following(b, after(3)).noted("2"));
        a = committed(store, following(a, after(4)).noted("2"));
        committed(store, following(b, after(5)).noted("3"));
        committed(store, following(a, after(5)).noted("3"));

        List<String> seen = new ArrayList<>();
        JournalPlace place = null;
        List<JournalPlace> page;
        do {
            page = store.changed(TENANT, START, place, 2);
            for (JournalPlace each : page) {
                seen.add(each.conversation() + " " + each.version());
                place = each;
            }
        } while (page.size() == 2);
        assertThat(seen).containsExactly("c 1", "a 3", "b 3");
        assertThat(store.changed(TENANT, START, null, 10).get(1).at()).isEqualTo(after(5));
        assertThatIllegalArgumentException().isThrownBy(() -> store.changed(TENANT, START, null, 0));
    }

    @Test
    void a_time_is_included_and_whatever_is_older_is_left_out_however_long_ago_it_is() {
        Conversation a = committed(store, opening("a").customerWrites("1"));
        committed(store, following(a, after(7)).noted("2"));
        Conversation b = committed(store, opening("b").customerWrites("1"));
        committed(store, following(b, after(7).plus(Duration.ofDays(3))).noted("2"));

        assertThat(conversations(START)).containsExactly("a", "b");
        assertThat(conversations(after(7))).containsExactly("a", "b");
        assertThat(conversations(after(7).plusNanos(1_000))).containsExactly("b");
        assertThat(conversations(after(8).plus(Duration.ofDays(3)))).isEmpty();
    }

    @Test
    @DisplayName("T159 changes are told apart by tenant")
    void changes_are_told_apart_by_tenant() {
        committed(store, opening(new ConversationId("one", "c")).customerWrites("1"));
        assertThat(store.changed("one", START, null, 10)).hasSize(1);
        assertThat(store.changed("two", START, null, 10)).isEmpty();
        assertThat(store.rows(List.of(new ConversationId("two", "c")))).isEmpty();
    }

    @Test
    void rows_are_those_of_the_latest_commits() {
        Conversation a = committed(store, opening("a").customerWrites("1"));
        a = committed(store, following(a, after(1)).noted("2"));
        Conversation b =
                committed(store, opening(new ConversationId("other", "b")).customerWrites("1"));
        assertThat(store.rows(List.of(a.id(), ConversationId.of("nobody"), b.id())))
                .containsExactlyInAnyOrder(a, b);
    }

    @Test
    void whoever_begins_anew_each_time_misses_nothing_that_is_committed_meanwhile() throws Exception {
        int last = 2 * rounds();
        Conversation first = committed(store, opening("w").customerWrites("0"));
        Map<String, Long> seen = new HashMap<>();
        try (Race race = new Race()) {
            race.between(
                    () -> {
                        Conversation row = first;
                        while (row.version() < last) {
                            row = committed(
                                    store, following(row, after(row.version())).noted("again"));
                        }
                        return row.version();
                    },
                    () -> {
                        while (seen.getOrDefault("w", 0L) < last) {
                            follow(seen);
                        }
                        return seen.size();
                    });
        }
        assertThat(seen).containsExactly(Map.entry("w", (long) last));
    }

    private void follow(Map<String, Long> seen) {
        store.changed(TENANT, START, null, 100)
                .forEach(place -> seen.merge(place.conversation(), place.version(), Math::max));
    }

    private List<String> conversations(Instant from) {
        return store.changed(TENANT, from, null, 10).stream()
                .map(JournalPlace::conversation)
                .toList();
    }
}
