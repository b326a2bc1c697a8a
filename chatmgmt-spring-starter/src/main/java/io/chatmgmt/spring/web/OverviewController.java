package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Dashboard;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor sees at one glance. */
@RestController
@RequestMapping(ApiPath.API)
final class OverviewController {

    private static final int MAX_HOURS = 24 * 7;
    private static final int NEEDS = 20;

    private final ChatGovernance governance;
    private final Rows rows;

    OverviewController(ChatGovernance governance, Rows rows) {
        this.governance = governance;
        this.rows = rows;
    }

    /** The overview. */
    record OverviewView(
            Instant asOf,
            int hours,
            CountersView counters,
            FiguresView figures,
            FiguresView before,
            List<RowView> needs) {}

    /** What conversations add up to. */
    record FiguresView(
            long conversations,
            @Nullable Double confidence,
            @Nullable Double answerSeconds,
            @Nullable Double satisfaction,
            @Nullable Double escalationRate) {

        static FiguresView of(LiveFigures figures) {
            return new FiguresView(
                    figures.conversations(),
                    Amounts.known(figures.meanConfidence()),
                    Amounts.known(figures.meanAnswerSeconds()),
                    Amounts.known(figures.meanRating()),
                    Amounts.known(figures.escalationRate()));
        }
    }

    @GetMapping("/overview")
    OverviewView overview(Caller caller, @RequestParam(defaultValue = "24") int hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw InvalidRequestException.of("hours", "must be within 1.." + MAX_HOURS + ": " + hours);
        }
        Desk desk = governance.desk(caller);
        Dashboard dashboard = desk.live().dashboard(Duration.ofHours(hours), 0);
        return new OverviewView(
                dashboard.asOf(),
                hours,
                CountersView.of(dashboard.counters(), governance.agents().counts(caller.tenant())),
                FiguresView.of(dashboard.figures()),
                FiguresView.of(dashboard.before()),
                needs(desk));
    }

    @GetMapping("/counters")
    CountersView counters(Caller caller) {
        return CountersView.of(
                governance.desk(caller).live().counters(), governance.agents().counts(caller.tenant()));
    }

    /** Who needs a person: held answers by their deadline, then the others by how long the customer waits. */
    private List<RowView> needs(Desk desk) {
        Map<String, LiveRow> urgent = new LinkedHashMap<>();
        LiveFilter held = LiveFilter.builder().needs(LiveNeed.REVIEW).build();
        LiveFilter wanted = LiveFilter.builder()
                .needs(LiveNeed.UNATTENDED, LiveNeed.UNASSIGNED, LiveNeed.QUEUED)
                .build();
        LiveFilter broken =
                LiveFilter.builder().statuses(Status.ERROR, Status.FLAGGED).build();
        List<LiveRow> found = new ArrayList<>(desk.live()
                .list(held, LiveSort.ascending(LiveSort.Key.HOLD_DEADLINE), null, NEEDS)
                .rows());
        for (LiveFilter filter : List.of(wanted, broken)) {
            found.addAll(desk.live()
                    .list(filter, LiveSort.ascending(LiveSort.Key.WAITING), null, NEEDS)
                    .rows());
        }
        found.forEach(row -> urgent.putIfAbsent(row.conversation().id().value(), row));
        return rows.ofAll(urgent.values().stream().limit(NEEDS).toList());
    }
}
