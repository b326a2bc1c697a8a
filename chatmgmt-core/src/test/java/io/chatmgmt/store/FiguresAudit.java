package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.ConversationTally;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.Quarter;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Rollups;
import io.chatmgmt.metrics.Totals;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether what was counted bit by bit, by several nodes, is what a recount of the journals gives, in every stretch of time;
 * and whether the slices add up to the whole and the stretches to the range.
 */
final class FiguresAudit {

    private static final int ALL = 10_000;

    private final GovernanceStore store;
    private final String tenant;
    private final RollupQuery query;

    FiguresAudit(GovernanceStore store, String tenant, Instant from, Instant to) {
        this.store = store;
        this.tenant = tenant;
        int first = Quarter.of(from);
        int last = Quarter.of(to) + 1;
        this.query = new RollupQuery(
                tenant,
                EnumSet.allOf(Measure.class),
                EnumSet.allOf(Dimension.class),
                List.of(first, first + (last - first) / 3, first + (last - first) / 2, last));
    }

    void check(Collection<ConversationId> conversations) {
        Rollups recounted = new Rollups();
        for (ConversationId id : conversations) {
            Conversation row = store.find(id).orElse(null);
            if (row != null && id.tenant().equals(tenant)) {
                assertThat(store.recorded(id)).as("recorded of " + id).isEqualTo(row.version());
                ConversationTally tally =
                        new ConversationTally(id, row.customer().id());
                store.journal(id, 0, ALL).forEach(each -> tally.record(each, recounted));
            }
        }
        List<Totals> incremental = store.totals(query);
        List<Totals> recount = recounted.totals(query);
        Totals whole = new Totals();
        for (int i = 0; i < query.stretches(); i++) {
            compare(incremental.get(i), recount.get(i));
            addUp(incremental.get(i));
            whole.add(incremental.get(i));
        }
        List<Integer> ends =
                List.of(query.boundaries().get(0), query.boundaries().get(query.stretches()));
        compare(
                whole,
                store.totals(new RollupQuery(tenant, query.measures(), query.dimensions(), ends))
                        .get(0));
    }

    private static void compare(Totals one, Totals other) {
        for (Measure measure : Measure.values()) {
            for (Dimension dimension : measure.dimensions()) {
                String what = measure + " by " + dimension;
                if (measure.kind() == Measure.Kind.SET) {
                    continue;
                }
                assertThat(one.slices(measure, dimension)).as(what).isEqualTo(other.slices(measure, dimension));
                for (String slice : one.slices(measure, dimension)) {
                    Aggregate mine = one.of(measure, dimension, slice);
                    Aggregate theirs = other.of(measure, dimension, slice);
                    assertThat(mine.count()).as(what + " " + slice).isEqualTo(theirs.count());
                    assertThat(mine.sum()).as(what + " " + slice).isEqualTo(theirs.sum());
                    Double quantile = theirs.quantile(0.9);
                    assertThat(mine.quantile(0.9)).as(what + " " + slice).isEqualTo(quantile);
                }
            }
        }
    }

    private static void addUp(Totals totals) {
        for (Measure measure : Measure.values()) {
            for (Dimension dimension : measure.dimensions()) {
                if (dimension.isPartition() && dimension != Dimension.ALL) {
                    Aggregate sum = new Aggregate();
                    Set<String> slices = totals.slices(measure, dimension);
                    slices.forEach(slice -> sum.add(totals.of(measure, dimension, slice)));
                    assertThat(sum.count())
                            .as(measure + " by " + dimension + ": " + slices)
                            .isEqualTo(totals.of(measure).count());
                    assertThat(sum.sum()).isEqualTo(totals.of(measure).sum());
                }
            }
        }
    }
}
