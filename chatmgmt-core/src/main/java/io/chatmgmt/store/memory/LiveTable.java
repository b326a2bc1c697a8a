package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.LiveCounts;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.LiveStore;
import io.chatmgmt.store.LiveView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * All conversations of one tenant, in segments that commits of different conversations mostly do not share. Thread-safe.
 * A list looks at one segment after the other; a view holds all of them, for the fraction of a millisecond that it takes
 * to look at every conversation once.
 */
final class LiveTable {

    private static final int SEGMENTS = 16;

    private final LiveSegment[] segments = new LiveSegment[SEGMENTS];

    LiveTable() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new LiveSegment();
        }
    }

    LiveSegment segment(ConversationId id) {
        int hash = id.value().hashCode() * 0x9E3779B9;
        return segments[hash >>> 28];
    }

    LivePage list(LiveQuery query) {
        LiveSelection selection = new LiveSelection(query);
        for (LiveSegment segment : segments) {
            synchronized (segment) {
                segment.settle();
                look(segment, selection, query.filter().scope());
            }
        }
        return selection.page();
    }

    private static void look(LiveSegment segment, LiveSelection selection, LiveFilter.Scope scope) {
        if (scope != LiveFilter.Scope.RESOLVED) {
            selection.look(segment.open);
        }
        if (scope != LiveFilter.Scope.OPEN) {
            selection.look(segment.resolved);
        }
    }

    LiveView live(String tenant, LiveMoment moment, Duration span, int recent) {
        Instant start = LiveStore.spanStart(moment.now(), span);
        return holding(0, () -> {
            LiveCounter counter = new LiveCounter(moment);
            LiveFigures open = LiveFigures.NONE;
            LiveFigures resolved = LiveFigures.NONE;
            LiveFigures before = LiveFigures.NONE;
            for (LiveSegment segment : segments) {
                segment.settle();
                counter.count(segment.open);
                open = open.plus(segment.openTotals.figures());
                resolved = resolved.plus(segment.resolved(start, Instant.MAX));
                before = before.plus(segment.resolved(start.minus(span), start));
            }
            LiveCounts counts = counter.counts();
            return new LiveView(
                    moment,
                    counts,
                    open,
                    resolved,
                    before,
                    recent(tenant, moment, recent).rows());
        });
    }

    private LivePage recent(String tenant, LiveMoment moment, int limit) {
        if (limit == 0) {
            return new LivePage(List.of(), null);
        }
        LiveSort latest = LiveSort.descending(LiveSort.Key.LAST_MESSAGE);
        return list(new LiveQuery(tenant, LiveFilter.open(), latest, null, limit, moment));
    }

    /** Does something while no commit is taking effect on any list. */
    private <R> R holding(int from, Supplier<R> action) {
        if (from == segments.length) {
            return action.get();
        }
        synchronized (segments[from]) {
            return holding(from + 1, action);
        }
    }
}
