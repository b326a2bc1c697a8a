package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.governance.LiveDesk;
import io.chatmgmt.store.ConfidenceRange;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list; those that are absent do not filter. */
record ConversationQuery(
        LiveFilter.@Nullable Scope scope,
        @Nullable List<Status> status,
        @Nullable List<Control> control,
        @Nullable List<LiveNeed> need,
        @Nullable List<Flag> flag,
        @Nullable List<ConfidenceBand> band,
        @Nullable List<String> topic,
        @Nullable List<String> language,
        @Nullable List<String> queue,
        @Nullable List<String> agent,
        @Nullable List<Integer> rating,
        @Nullable String customer,
        @Nullable Instant openedFrom,
        @Nullable Instant openedBefore,
        @Nullable Instant waitingBefore,
        LiveSort.@Nullable Key sort,
        @Nullable Order order,
        @Nullable Integer limit,
        @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;

    /** Which way the list goes. */
    enum Order {
        ASC,
        DESC
    }

    /** The filter; what a band of confidence means is told by the policy. */
    LiveFilter filter(LiveDesk desk) {
        return LiveFilter.builder()
                .scope(scope == null ? LiveFilter.Scope.OPEN : scope)
                .statuses(all(status).toArray(Status[]::new))
                .controls(all(control).toArray(Control[]::new))
                .needs(all(need).toArray(LiveNeed[]::new))
                .flags(all(flag).toArray(Flag[]::new))
                .confidences(all(band).stream().map(desk::range).toArray(ConfidenceRange[]::new))
                .topics(all(topic).toArray(String[]::new))
                .languages(all(language).toArray(String[]::new))
                .queues(all(queue).toArray(String[]::new))
                .agents(all(agent).toArray(String[]::new))
                .ratings(all(rating).toArray(Integer[]::new))
                .customer(customer == null ? "" : customer.strip())
                .openedFrom(openedFrom)
                .openedBefore(openedBefore)
                .waitingBefore(waitingBefore)
                .build();
    }

    /** The values of a parameter, each once. */
    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given.stream().distinct().toList();
    }

    LiveSort sorted() {
        LiveSort.Key key = sort == null ? LiveSort.Key.LAST_MESSAGE : sort;
        boolean latestFirst = key == LiveSort.Key.LAST_MESSAGE || key == LiveSort.Key.OPENED;
        Order way = order == null ? latestFirst ? Order.DESC : Order.ASC : order;
        return way == Order.DESC ? LiveSort.descending(key) : LiveSort.ascending(key);
    }

    @Nullable
    LiveCursor after() {
        return cursor == null || cursor.isEmpty() ? null : LiveCursor.parse(cursor);
    }

    int size() {
        return Limits.within(limit, DEFAULT_LIMIT, LiveQuery.MAX_LIMIT);
    }
}
