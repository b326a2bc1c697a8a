package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.Explanations;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.governance.WaitAccuracy;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for a person, where, and for how long still. */
@RestController
@RequestMapping(ApiPath.API)
final class QueueController {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final ChatGovernance governance;
    private final Rows rows;
    private final InstantSource clock;

    QueueController(ChatGovernance governance, Rows rows, InstantSource clock) {
        this.governance = governance;
        this.rows = rows;
        this.clock = clock;
    }

    /** The queues, and who waits in them. */
    record QueuesView(Instant asOf, List<QueueRow> queues, List<WaitingRow> waiting) {}

    /** One queue. */
    record QueueRow(
            String name,
            String skill,
            QueueRule.State state,
            boolean open,
            @Nullable Instant changesAt,
            int depth,
            int staff,
            int skilled,
            int online,
            int free,
            @Nullable RangeView range,
            AccuracyView accuracy,
            QueueRule.Offers offers) {}

    /** Whether what customers were told came true. */
    record AccuracyView(
            long quotes,
            @Nullable Double withinP90,
            @Nullable Double meanErrorSeconds,
            double handleSeconds) {

        static AccuracyView of(WaitAccuracy accuracy) {
            return new AccuracyView(
                    accuracy.quotes(),
                    accuracy.withinP90(),
                    Amounts.secondsOrNull(accuracy.meanError()),
                    Amounts.seconds(accuracy.handleTime()));
        }
    }

    /** A conversation that waits. */
    record WaitingRow(
            RowView row, int position, @Nullable RangeView range, NeedsView needs, int rung, Instant orderKey) {}

    /** What it asks for at the moment. */
    record NeedsView(String skill, int minLevel, String language, String region, String team) {}

    @GetMapping("/queue")
    QueuesView queue(Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
        Desk desk = governance.desk(caller);
        if (!desk.seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        LiveFilter queued = LiveFilter.builder().needs(LiveNeed.QUEUED).build();
        List<LiveRow> found = desk.live()
                .list(queued, LiveSort.ascending(LiveSort.Key.QUEUED), null, Limits.within(limit, USUAL, MOST))
                .rows();
        List<WaitingRow> waiting = found.stream()
                .map(this::waiting)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(WaitingRow::orderKey)
                        .thenComparing(each -> each.row().id()))
                .toList();
        return new QueuesView(clock.instant(), queues(caller.tenant()), waiting);
    }

    /** One that waits; null when it has just been taken. */
    private @Nullable WaitingRow waiting(LiveRow live) {
        Conversation row = live.conversation();
        Handoff handoff = row.handoff();
        Explanations.StillWaiting why =
                governance.explanations().whyWaiting(row.id()).orElse(null);
        if (handoff == null || why == null) {
            return null;
        }
        return new WaitingRow(
                rows.of(live),
                why.position(),
                governance
                        .explanations()
                        .place(row.id())
                        .map(QueueView::range)
                        .map(RangeView::of)
                        .orElse(null),
                new NeedsView(
                        why.demand().skill(),
                        why.demand().minLevel(),
                        why.demand().language(),
                        why.demand().region(),
                        why.demand().team()),
                why.rung(),
                handoff.orderKey());
    }

    private List<QueueRow> queues(String tenant) {
        RoutingPolicy policy = governance.policy(tenant).routing();
        List<QueueRow> queues = new ArrayList<>();
        for (String name : new TreeSet<>(policy.queues().keySet())) {
            QueueRule rule = policy.rule(name);
            QueueView view = governance.explanations().queue(tenant, name);
            queues.add(new QueueRow(
                    name,
                    policy.queues().getOrDefault(name, ""),
                    rule.state(),
                    rule.state() == QueueRule.State.OPEN && view.shift().isOpen(),
                    view.shift().until(),
                    view.depth(),
                    view.staff(),
                    view.skilled(),
                    view.online(),
                    view.free(),
                    RangeView.ofNullable(view.range()),
                    AccuracyView.of(governance.explanations().accuracy(tenant, name)),
                    rule.offers()));
        }
        return queues;
    }
}
