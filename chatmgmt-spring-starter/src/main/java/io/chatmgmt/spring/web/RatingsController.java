package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.Measure;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the customers think. */
@RestController
@RequestMapping(ApiPath.API + "/metrics")
final class RatingsController {

    private static final int MOST_STARS = 5;

    private final ChatGovernance governance;
    private final InstantSource clock;

    RatingsController(ChatGovernance governance, InstantSource clock) {
        this.governance = governance;
        this.clock = clock;
    }

    /** The ratings of some days, by their stars. */
    record RatingsView(
            long count,
            @Nullable Double mean,
            @Nullable Double before,
            @Nullable Double satisfied,
            Map<Integer, Long> stars) {}

    @GetMapping("/ratings")
    RatingsView ratings(Caller caller, @ModelAttribute Period period) {
        if (!governance.desk(caller).seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        Buckets days = period.buckets(clock.instant(), Granularity.DAY);
        Figures figures = governance.reports().figures(caller.tenant());
        Aggregate ratings = figures.totals(List.of(KeyFigures.SATISFACTION), days.whole(), Dimension.ALL)
                .get(0)
                .of(Measure.RATING);
        Map<Integer, Long> stars = new TreeMap<>();
        for (int i = 1; i <= MOST_STARS; i++) {
            stars.put(i, ratings.countOf(i));
        }
        return new RatingsView(
                ratings.count(),
                figures.card(KeyFigures.SATISFACTION, days),
                figures.card(KeyFigures.SATISFACTION, days.before()),
                figures.card(KeyFigures.SATISFIED, days),
                stars);
    }
}
