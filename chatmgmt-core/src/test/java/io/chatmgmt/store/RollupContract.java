package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.Quarter;
import io.chatmgmt.metrics.RecordedRows;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Totals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link RollupStore} does with what is to be counted, and with what has been. */
public abstract class RollupContract extends StoreContract {

    private static final int NOW = Quarter.of(START);

    @Test
    void nothing_is_counted_in_a_new_store() {
        assertThat(store.unrecorded(10)).isEmpty();
        assertThat(store.recorded(ConversationId.of("c-1"))).isZero();
        assertThat(count(NOW, NOW + 1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> store.unrecorded(0));
    }

    @Test
    @DisplayName("J13: every commit waits to be counted, until it is")
    void every_commit_waits_until_it_is_counted() {
        Conversation one = committed(store, opening("c-1"));
        committed(store, opening("c-2"));
        one = committed(store, following(one).customerWrites("Hello?"));
        assertThat(store.unrecorded(10)).containsExactlyInAnyOrder(one.id(), ConversationId.of("c-2"));
        assertThat(store.unrecorded(1)).hasSize(1);

        assertThat(store.record(recording(one.id(), 0, 1, 3))).isTrue();
        assertThat(store.recorded(one.id())).isEqualTo(1);
        assertThat(store.unrecorded(10)).contains(one.id());

        assertThat(store.record(recording(one.id(), 1, 2, 4))).isTrue();
        assertThat(store.unrecorded(10)).containsExactly(ConversationId.of("c-2"));
        assertThat(count(NOW, NOW + 1)).isEqualTo(7);

        committed(store, following(one).noted("A note"));
        assertThat(store.unrecorded(10)).contains(one.id());
    }

    @Test
    @DisplayName("J13: a stretch is counted once, whoever tries again")
    void a_stretch_is_counted_once() {
        Conversation row = committed(store, opening("c-1"));
        assertThat(store.record(recording(row.id(), 0, 1, 5))).isTrue();
        assertThat(store.record(recording(row.id(), 0, 1, 5))).isFalse();
        assertThat(store.record(recording(row.id(), 1, 2, 5))).isFalse();
        assertThat(store.record(recording(ConversationId.of("nobody"), 0, 1, 5)))
                .isFalse();
        assertThat(count(NOW, NOW + 1)).isEqualTo(5);
        assertThat(store.recorded(row.id())).isEqualTo(1);
    }

    @Test
    void of_those_who_count_at_the_same_time_one_does() throws Exception {
        Conversation row = committed(store, opening("c-1"));
        for (int i = 0; i < Math.min(50, rounds()); i++) {
            row = committed(store, following(row).noted("round " + i));
            long after = i == 0 ? 0 : row.version() - 1;
            Recording recording = recording(row.id(), after, row.version(), 1);
            assertThat(race.between(() -> store.record(recording), () -> store.record(recording)))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(count(NOW, NOW + 1)).isEqualTo(i + 1);
        }
    }

    @Test
    void what_is_counted_is_found_in_its_slice_its_tenant_and_its_time() {
        Conversation here = committed(store, opening(new ConversationId("one", "c-1")));
        Conversation there = committed(store, opening(new ConversationId("two", "c-1")));
        RecordedRows rows = new RecordedRows();
        rows.add(Measure.MESSAGES, Dimension.ALL, "", NOW, 1, 1);
        rows.add(Measure.MESSAGES, Dimension.AUTHOR, "AI", NOW, 1, 1);
        rows.add(Measure.MESSAGES, Dimension.ALL, "", NOW + 3, 1, 1);
        rows.add(Measure.MESSAGES, Dimension.AUTHOR, "CUSTOMER", NOW + 3, 1, 1);
        assertThat(store.record(new Recording(here.id(), 0, 1, rows))).isTrue();
        assertThat(store.record(recording(there.id(), 0, 1, 9))).isTrue();

        List<Totals> totals = store.totals(new RollupQuery(
                "one",
                Set.of(Measure.MESSAGES),
                Set.of(Dimension.ALL, Dimension.AUTHOR),
                List.of(NOW - 96, NOW, NOW + 3, NOW + 200)));
        assertThat(totals).extracting(each -> each.of(Measure.MESSAGES).count()).containsExactly(0L, 1L, 1L);
        assertThat(totals.get(1).slices(Measure.MESSAGES, Dimension.AUTHOR)).containsExactly("AI");
        assertThat(totals.get(2).slices(Measure.MESSAGES, Dimension.AUTHOR)).containsExactly("CUSTOMER");
        assertThat(totals.get(2).slices(Measure.EPISODES, Dimension.CHANNEL)).isEmpty();
    }

    @Test
    @DisplayName("J14: counts, sums, spreads and sets survive, and what is taken back is gone")
    void counts_sums_spreads_and_sets_survive() {
        Conversation row = committed(store, opening("c-1"));
        RecordedRows rows = new RecordedRows();
        for (int value = 1; value <= 100; value++) {
            rows.add(Measure.WAIT, Dimension.ALL, "", NOW + value % 3, 1, value * 1_000_000L);
            rows.add(Measure.CUSTOMERS, Dimension.ALL, "", NOW + value % 3, 1, value % 7 - 3L);
        }
        rows.add(Measure.WAIT, Dimension.ALL, "", NOW + 1, 1, 5_000_000_000L);
        rows.add(Measure.WAIT, Dimension.ALL, "", NOW + 1, -1, 5_000_000_000L);
        assertThat(store.record(new Recording(row.id(), 0, 1, rows))).isTrue();

        Totals totals = totals(NOW, NOW + 3);
        assertThat(totals.of(Measure.WAIT).count()).isEqualTo(100);
        assertThat(totals.of(Measure.WAIT).sum()).isEqualTo(5_050_000_000L);
        assertThat(totals.of(Measure.WAIT).quantile(0.5)).isBetween(49e6, 51e6);
        assertThat(totals.of(Measure.WAIT).quantile(1)).isBetween(98.4e6, 100e6);
        assertThat(totals.of(Measure.CUSTOMERS).distinct()).isEqualTo(7);
    }

    private static Recording recording(ConversationId id, long after, long upTo, int messages) {
        RecordedRows rows = new RecordedRows();
        for (int i = 0; i < messages; i++) {
            rows.add(Measure.MESSAGES, Dimension.ALL, "", NOW, 1, 1);
        }
        return new Recording(id, after, upTo, rows);
    }

    private long count(int from, int to) {
        return totals(from, to).of(Measure.MESSAGES).count();
    }

    private Totals totals(int from, int to) {
        return store.totals(new RollupQuery(
                        ConversationId.DEFAULT_TENANT,
                        EnumSet.allOf(Measure.class),
                        Set.of(Dimension.ALL),
                        List.of(from, to)))
                .get(0);
    }
}
