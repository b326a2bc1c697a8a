package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.PeakHours;
import io.chatmgmt.metrics.Totals;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When the customers write, hour by hour. */
@RestController
@RequestMapping(ApiPath.API + "/metrics")
final class HoursController {

    private static final int HOURS = 24;
    private static final MetricDefinition MESSAGES = MetricDefinition.count("messages", Measure.MESSAGES);

    private final ChatGovernance governance;
    private final InstantSource clock;

    HoursController(ChatGovernance governance, InstantSource clock) {
        this.governance = governance;
        this.clock = clock;
    }

    /** The hours of some days. */
    record HoursView(String zone, List<DayView> days, List<PeakHours> peakHours) {}

    /** The hours of a day, from 0 to 23; null for those that have not begun. */
    record DayView(LocalDate date, List<@Nullable Long> hours) {}

    @GetMapping("/hours")
    HoursView hours(Caller caller, @ModelAttribute Period period) {
        if (!governance.desk(caller).seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        Instant now = clock.instant();
        Buckets hours = period.buckets(now, Granularity.HOUR);
        Figures figures = governance.reports().figures(caller.tenant());
        List<Totals> totals = figures.totals(List.of(MESSAGES), hours, Dimension.AUTHOR);
        Map<LocalDate, @Nullable Long[]> days = new LinkedHashMap<>();
        for (int i = 0; i < hours.size(); i++) {
            if (!hours.starts().get(i).isAfter(now)) {
                long messages = totals.get(i)
                        .of(Measure.MESSAGES, Dimension.AUTHOR, "CUSTOMER")
                        .count();
                @Nullable Long[] day = days.computeIfAbsent(hours.dateOf(i), date -> new @Nullable Long[HOURS]);
                // an hour that the clock shows twice is one here, and one that it leaves out stays empty
                Long before = day[hours.hourOf(i)];
                day[hours.hourOf(i)] = before == null ? messages : before + messages;
            }
        }
        List<DayView> views = new ArrayList<>();
        days.forEach((date, counts) -> views.add(new DayView(date, list(counts))));
        return new HoursView(hours.zone().getId(), views, figures.peakHours(hours));
    }

    private static List<@Nullable Long> list(@Nullable Long[] counts) {
        List<@Nullable Long> list = new ArrayList<>(HOURS);
        for (Long count : counts) {
            list.add(count);
        }
        return list;
    }
}
