package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.response.Bands;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.ConfidenceRange;
import io.chatmgmt.store.LiveCounts;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.LiveStore;
import io.chatmgmt.store.LiveView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person sees of all conversations: lists, counters and a dashboard. Rows that the person may not view are left
 * out of lists. Thread-safe.
 */
public final class LiveDesk {

    private final Desk desk;
    private final Kernel kernel;

    LiveDesk(Desk desk, Kernel kernel) {
        this.desk = desk;
        this.kernel = kernel;
    }

    /**
     * One page of conversations. A cursor stays right while conversations come, change and go: pages read one after the
     * other show every conversation that did not change exactly once.
     *
     * @param filter which conversations
     * @param sort in which order
     * @param after where to begin, null for the beginning
     * @param limit how many at most, 1 to {@value LiveQuery#MAX_LIMIT}
     * @return the page
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public LiveRows list(LiveFilter filter, LiveSort sort, @Nullable LiveCursor after, int limit) {
        String tenant = desk.overview();
        LiveMoment moment = moment(tenant);
        List<Conversation> rows = new ArrayList<>();
        LiveCursor from = after;
        do {
            LivePage page = kernel.store().list(new LiveQuery(tenant, filter, sort, from, limit - rows.size(), moment));
            page.rows().stream().filter(row -> desk.may(Permission.VIEW, row)).forEach(rows::add);
            from = page.cursor();
        } while (from != null && rows.size() < limit);
        return new LiveRows(rows(rows, moment), from);
    }

    /**
     * What a band of confidence means under the current policy, for filters.
     *
     * @param band which band
     * @return its range
     */
    public ConfidenceRange range(ConfidenceBand band) {
        String tenant = desk.overview();
        Bands bands = kernel.policy(tenant, kernel.now()).response().bands();
        return switch (band) {
            case HIGH -> new ConfidenceRange(bands.high(), Math.nextUp(1.0));
            case GOOD -> new ConfidenceRange(bands.good(), bands.high());
            case MODERATE -> new ConfidenceRange(bands.moderate(), bands.good());
            case LOW -> new ConfidenceRange(0, bands.moderate());
            case UNKNOWN -> ConfidenceRange.unknown();
        };
    }

    /**
     * How much there is to do.
     *
     * @return the counters
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public Counters counters() {
        String tenant = desk.overview();
        LiveView view = kernel.store().live(tenant, moment(tenant), LiveStore.GRAIN, 0);
        return counters(tenant, view.moment().now(), view.counts());
    }

    /**
     * Everything that a supervisor sees at one glance, as of one instant.
     *
     * @param span how far back resolved conversations count, a whole number of quarters of an hour
     * @param recent how many of the latest conversations to show, 0 or more
     * @return the dashboard
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public Dashboard dashboard(Duration span, int recent) {
        String tenant = desk.overview();
        LiveView view = kernel.store().live(tenant, moment(tenant), span, recent);
        List<Conversation> visible = view.recent().stream()
                .filter(row -> desk.may(Permission.VIEW, row))
                .toList();
        return new Dashboard(
                view.moment().now(),
                counters(tenant, view.moment().now(), view.counts()),
                view.open().plus(view.resolved()),
                view.before(),
                rows(visible, view.moment()));
    }

    private Counters counters(String tenant, Instant now, LiveCounts counts) {
        Map<AgentStatus, Integer> agents = new EnumMap<>(AgentStatus.class);
        kernel.store().agents(tenant).forEach(agent -> agents.merge(agent.status(), 1, Integer::sum));
        return new Counters(now, counts, agents);
    }

    private LiveMoment moment(String tenant) {
        Instant now = kernel.now();
        return new LiveMoment(now, kernel.policy(tenant, now).response().pendingAfter());
    }

    private List<LiveRow> rows(List<Conversation> conversations, LiveMoment moment) {
        List<ConversationId> ids = conversations.stream().map(Conversation::id).toList();
        Map<ConversationId, Text> latest =
                ids.isEmpty() ? Map.of() : kernel.store().latestMessages(ids);
        List<LiveRow> rows = new ArrayList<>(conversations.size());
        for (Conversation row : conversations) {
            Instant end = row.episode().resolvedAt();
            Duration duration = Duration.between(row.episode().openedAt(), end == null ? moment.now() : end);
            rows.add(new LiveRow(
                    row,
                    row.status(moment.now(), moment.pendingAfter()),
                    duration.isNegative() ? Duration.ZERO : duration,
                    latest.get(row.id()),
                    desk.permissions(row)));
        }
        return rows;
    }
}
