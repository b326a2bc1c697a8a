package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What lists and counters are to show, worked out by looking at every row. */
final class LiveModel {

    private final Collection<Conversation> rows;

    LiveModel(Collection<Conversation> rows) {
        this.rows = List.copyOf(rows);
    }

    LivePage page(LiveQuery query) {
        List<Conversation> all = rows.stream()
                .filter(row -> row.id().tenant().equals(query.tenant()))
                .filter(row -> query.filter().matches(row, query.moment()))
                .filter(row -> query.after() == null || place(row, query.sort()).compareTo(query.after()) > 0)
                .sorted(Comparator.comparing(row -> place(row, query.sort())))
                .toList();
        if (all.size() <= query.limit()) {
            return new LivePage(all, null);
        }
        List<Conversation> page = all.subList(0, query.limit());
        return new LivePage(page, place(page.get(query.limit() - 1), query.sort()));
    }

    private static LiveCursor place(Conversation row, LiveSort sort) {
        return LiveCursor.behind(row, sort);
    }

    LiveCounts counts(String tenant, LiveMoment moment) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        Map<LiveNeed, Integer> byNeed = new EnumMap<>(LiveNeed.class);
        Instant waiting = null;
        Instant queued = null;
        for (Conversation row : rows) {
            if (row.id().tenant().equals(tenant) && row.isOpen()) {
                byStatus.merge(row.status(moment.now(), moment.pendingAfter()), 1, Integer::sum);
                for (LiveNeed need : LiveNeed.values()) {
                    byNeed.merge(need, need.isFeltBy(row) ? 1 : 0, Integer::sum);
                }
                waiting = earlier(waiting, row.waitingSince());
                Handoff handoff = row.handoff();
                queued = earlier(queued, handoff != null && handoff.isWaiting() ? handoff.enqueuedAt() : null);
            }
        }
        return new LiveCounts(byStatus, byNeed, waiting, queued);
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    LiveView view(String tenant, LiveMoment moment, Duration span, int recent) {
        Instant start = LiveStore.spanStart(moment.now(), span);
        LiveFigures open = LiveFigures.NONE;
        LiveFigures resolved = LiveFigures.NONE;
        LiveFigures before = LiveFigures.NONE;
        for (Conversation row : rows) {
            LiveFigures figures = LiveFigures.of(row);
            Instant at = row.episode().resolvedAt();
            if (!row.id().tenant().equals(tenant)) {
                continue;
            }
            if (row.isOpen()) {
                open = open.plus(figures);
            } else if (!at.isBefore(start)) {
                resolved = resolved.plus(figures);
            } else if (!at.isBefore(start.minus(span))) {
                before = before.plus(figures);
            }
        }
        List<Conversation> latest = recent == 0
                ? List.of()
                : page(new LiveQuery(
                                tenant,
                                LiveFilter.open(),
                                LiveSort.descending(LiveSort.Key.LAST_MESSAGE),
                                null,
                                recent,
                                moment))
                        .rows();
        return new LiveView(moment, counts(tenant, moment), open, resolved, before, latest);
    }
}
