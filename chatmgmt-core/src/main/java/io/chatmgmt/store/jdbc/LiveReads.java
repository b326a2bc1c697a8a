package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.LiveCounts;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.LiveStore;
import io.chatmgmt.store.LiveView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists and counts conversations. Immutable. */
final class LiveReads {

    /** The fewest rows that are fetched at once: some of them may not belong to the page. */
    private static final int BATCH = 50;

    private final Transactions transactions;
    private final LiveStatements sql;
    private final Records records;

    LiveReads(Transactions transactions, LiveStatements sql, Records records) {
        this.transactions = transactions;
        this.sql = sql;
        this.records = records;
    }

    LivePage list(LiveQuery query) {
        return transactions.statement(null, connection -> list(connection, query));
    }

    private LivePage list(Connection connection, LiveQuery query) throws SQLException {
        List<Conversation> rows = new ArrayList<>();
        int batch = Math.max(BATCH, query.limit() + 1);
        LiveCursor after = query.after();
        boolean more = true;
        while (more && rows.size() <= query.limit()) {
            List<Conversation> found = batch(connection, query, after, batch);
            for (Conversation row : found) {
                if (rows.size() <= query.limit() && query.filter().matches(row, query.moment())) {
                    rows.add(row);
                }
            }
            more = found.size() == batch;
            after = more ? LiveCursor.behind(found.get(batch - 1), query.sort()) : after;
        }
        if (rows.size() <= query.limit()) {
            return new LivePage(rows, null);
        }
        List<Conversation> page = rows.subList(0, query.limit());
        return new LivePage(page, LiveCursor.behind(page.get(page.size() - 1), query.sort()));
    }

    private List<Conversation> batch(Connection connection, LiveQuery query, @Nullable LiveCursor after, int size)
            throws SQLException {
        LiveConditions conditions = new LiveConditions(query.tenant(), query.filter(), query.moment());
        conditions.after(query.sort(), after);
        return Records.list(
                connection,
                sql.list(conditions, query.sort()),
                binder -> {
                    conditions.bind(binder);
                    binder.number(size);
                },
                records.conversationOf(query.tenant()));
    }

    LiveView live(String tenant, LiveMoment moment, Duration span, int recent) {
        Instant start = LiveStore.spanStart(moment.now(), span);
        if (recent < 0) {
            throw new IllegalArgumentException("recent must not be negative: " + recent);
        }
        return transactions.picture(connection -> {
            List<Look> looks = Records.list(
                    connection,
                    sql.open(),
                    binder -> binder.number(LiveConditions.quietSince(moment)).text(tenant),
                    Look::of);
            Map<Boolean, LiveFigures> resolved = new HashMap<>();
            Records.list(
                    connection,
                    sql.resolved(),
                    binder -> binder.time(start).text(tenant).time(start.minus(span)),
                    result -> resolved.put(result.getInt("late") == 1, figures(result)) == null);
            return new LiveView(
                    moment,
                    counts(looks),
                    looks.stream().map(Look::figures).reduce(LiveFigures.NONE, LiveFigures::plus),
                    resolved.getOrDefault(true, LiveFigures.NONE),
                    resolved.getOrDefault(false, LiveFigures.NONE),
                    recent == 0 ? List.of() : recent(connection, tenant, moment, recent));
        });
    }

    private List<Conversation> recent(Connection connection, String tenant, LiveMoment moment, int limit)
            throws SQLException {
        LiveSort latest = LiveSort.descending(LiveSort.Key.LAST_MESSAGE);
        return list(connection, new LiveQuery(tenant, LiveFilter.open(), latest, null, limit, moment))
                .rows();
    }

    /** The open conversations that show and need the same. */
    private record Look(
            Status shown,
            String needs,
            @Nullable Long waitingSince,
            @Nullable Long enqueuedAt,
            LiveFigures figures) {

        static Look of(ResultSet result) throws SQLException {
            return new Look(
                    Status.valueOf(result.getString("shown")),
                    result.getString("needs"),
                    number(result, "waiting_since"),
                    number(result, "enqueued_at"),
                    LiveReads.figures(result));
        }

        private static @Nullable Long number(ResultSet result, String column) throws SQLException {
            long number = result.getLong(column);
            return result.wasNull() ? null : number;
        }
    }

    private static LiveCounts counts(List<Look> looks) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        Map<LiveNeed, Integer> byNeed = new EnumMap<>(LiveNeed.class);
        Long waiting = null;
        Long queued = null;
        for (Look look : looks) {
            int count = Math.toIntExact(look.figures().conversations());
            byStatus.merge(look.shown(), count, Integer::sum);
            for (LiveNeed need : LiveNeed.values()) {
                if (LiveMarks.contains(look.needs(), need)) {
                    byNeed.merge(need, count, Integer::sum);
                }
            }
            waiting = earlier(waiting, look.waitingSince());
            queued = earlier(queued, look.enqueuedAt());
        }
        return new LiveCounts(byStatus, byNeed, instant(waiting), instant(queued));
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Micros.instant(micros);
    }

    private static LiveFigures figures(ResultSet result) throws SQLException {
        return new LiveFigures(
                result.getLong("conversations"),
                result.getLong("answered"),
                result.getLong("escalated"),
                result.getLong("confidences"),
                result.getLong("confidence_sum"),
                result.getLong("answers"),
                result.getLong("answer_micros"),
                result.getLong("ratings"),
                result.getLong("stars"));
    }

    List<Conversation> rows(List<ConversationId> ids) {
        Map<String, List<ConversationId>> byTenant =
                ids.stream().collect(Collectors.groupingBy(ConversationId::tenant));
        return transactions.statement(null, connection -> {
            List<Conversation> rows = new ArrayList<>(ids.size());
            for (Map.Entry<String, List<ConversationId>> each : byTenant.entrySet()) {
                rows.addAll(Records.list(
                        connection,
                        sql.rows(each.getValue().size()),
                        binder -> {
                            binder.text(each.getKey());
                            for (ConversationId id : each.getValue()) {
                                binder.text(id.value());
                            }
                        },
                        records.conversationOf(each.getKey())));
            }
            return List.copyOf(rows);
        });
    }

    Map<ConversationId, Text> latestMessages(List<ConversationId> ids) {
        Map<String, List<ConversationId>> byTenant =
                ids.stream().collect(Collectors.groupingBy(ConversationId::tenant));
        return transactions.statement(null, connection -> {
            Map<ConversationId, Text> latest = new HashMap<>();
            for (Map.Entry<String, List<ConversationId>> each : byTenant.entrySet()) {
                latest.putAll(latestMessages(connection, each.getKey(), each.getValue()));
            }
            return Map.copyOf(latest);
        });
    }

    private Map<ConversationId, Text> latestMessages(Connection connection, String tenant, List<ConversationId> ids)
            throws SQLException {
        Map<ConversationId, Text> latest = new HashMap<>();
        Records.list(
                connection,
                sql.latestMessages(ids.size()),
                binder -> {
                    binder.text(tenant);
                    for (ConversationId id : ids) {
                        binder.text(id.value());
                    }
                },
                result -> {
                    ConversationId id = new ConversationId(tenant, result.getString("conversation"));
                    return latest.put(id, records.text(id).read(result)) == null;
                });
        return latest;
    }
}
