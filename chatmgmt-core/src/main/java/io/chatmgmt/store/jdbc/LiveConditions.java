package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.ConfidenceRange;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveSort;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions on columns, with every value bound. They let through whatever matches, and a little more: what a
 * column does not tell, such as the customer's name, is left to the filter itself. Not thread-safe; for one query.
 */
final class LiveConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    LiveConditions(String tenant, LiveFilter filter, LiveMoment moment) {
        add("tenant = ?", tenant);
        if (filter.scope() != LiveFilter.Scope.ALL) {
            conditions.add(filter.scope() == LiveFilter.Scope.OPEN ? "is_open = TRUE" : "is_open = FALSE");
        }
        if (!filter.statuses().isEmpty()) {
            values.add(quietSince(moment));
            any(LiveStatements.SHOWN, filter.statuses().stream().map(Enum::name).toList());
        }
        any("control", filter.controls().stream().map(Enum::name).toList());
        any("topic", filter.topics());
        any("team", filter.queues());
        any("assignee", filter.agents());
        any("rating", filter.ratings());
        like("needs", filter.needs());
        like("flags", filter.flags());
        languages(filter.languages());
        confidences(filter.confidences());
        time("episode_opened_at >= ?", filter.openedFrom());
        time("episode_opened_at <= ?", filter.openedBefore());
        time("waiting_since <= ?", filter.waitingBefore());
    }

    /** The latest message that is old enough for its conversation to be pending. */
    static long quietSince(LiveMoment moment) {
        return Micros.of(moment.now().minus(moment.pendingAfter()));
    }

    /** Only what comes after a place. */
    void after(LiveSort sort, @Nullable LiveCursor cursor) {
        if (cursor != null) {
            String rank = LiveStatements.rank(sort);
            conditions.add("(" + rank + " > ? OR " + rank + " = ? AND id > ?)");
            values.add(cursor.rank());
            values.add(cursor.rank());
            values.add(cursor.conversation());
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private void time(String condition, @Nullable Instant at) {
        if (at != null) {
            add(condition, Micros.of(at));
        }
    }

    private void any(String expression, Collection<?> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(expression + " IN ("
                    + String.join(", ", wanted.stream().map(each -> "?").toList()) + ")");
            values.addAll(wanted);
        }
    }

    private void like(String column, Collection<? extends Enum<?>> words) {
        if (!words.isEmpty()) {
            or(words.stream().map(each -> column + " LIKE ?").toList());
            words.forEach(word -> values.add(LiveMarks.pattern(word)));
        }
    }

    /** A region is found by the whole tag, a language by the tag or what stands before the region. */
    private void languages(Collection<String> tags) {
        if (!tags.isEmpty()) {
            or(tags.stream().map(each -> "language = ? OR language LIKE ?").toList());
            for (String tag : tags) {
                values.add(tag);
                values.add(tag.replace("%", "").replace("_", "") + "-%");
            }
        }
    }

    private void confidences(List<ConfidenceRange> ranges) {
        List<String> any = new ArrayList<>();
        for (ConfidenceRange range : ranges) {
            if (Double.isNaN(range.from())) {
                any.add("confidence IS NULL");
            } else {
                any.add("confidence >= ? AND confidence < ?");
                values.add(Double.doubleToLongBits(Math.max(0, range.from())));
                values.add(Double.doubleToLongBits(Math.max(0, range.below())));
            }
        }
        if (!any.isEmpty()) {
            or(any);
        }
    }

    private void or(List<String> any) {
        conditions.add("(" + String.join(" OR ", any) + ")");
    }

    @Override
    public String toString() {
        return String.join(" AND ", conditions);
    }

    void bind(Binder binder) throws SQLException {
        for (Object value : values) {
            if (value instanceof String text) {
                binder.text(text);
            } else {
                binder.number(((Number) value).longValue());
            }
        }
    }
}
