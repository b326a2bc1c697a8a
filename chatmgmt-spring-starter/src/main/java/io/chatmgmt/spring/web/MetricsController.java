package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.metrics.PeakHours;
import io.chatmgmt.metrics.PeriodReport;
import io.chatmgmt.metrics.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the conversations add up to: one period, series over time, and tables by slices. */
@RestController
@RequestMapping(ApiPath.API + "/metrics")
final class MetricsController {

    private static final String CSV = "text/csv";

    private final ChatGovernance governance;
    private final Names names;
    private final InstantSource clock;

    MetricsController(ChatGovernance governance, Names names, InstantSource clock) {
        this.governance = governance;
        this.names = names;
        this.clock = clock;
    }

    /** How some days went, beside as many days before. */
    record PeriodView(
            LocalDate from,
            LocalDate to,
            String zone,
            Map<String, @Nullable Double> figures,
            Map<String, @Nullable Double> before,
            @Nullable Double growth,
            double conversationsPerDay,
            List<PeakHours> peakHours,
            Map<String, Long> topics,
            Map<String, Long> languages,
            Map<String, Long> escalations,
            Map<String, Long> bands,
            List<AgentFigures> agents) {}

    /** How somebody helped. */
    record AgentFigures(
            PersonView agent,
            @Nullable Double handled,
            @Nullable Double humanFirstSeconds,
            @Nullable Double humanNextSeconds,
            @Nullable Double pickupSeconds,
            @Nullable Double handlingSeconds,
            @Nullable Double satisfaction) {}

    /** The figures that may be asked for. */
    record DefinitionsView(List<DefinitionView> metrics, List<Granularity> granularities) {}

    /** One of them. */
    record DefinitionView(String id, Unit unit, Set<Dimension> dimensions) {}

    /** Figures over time. */
    record SeriesView(
            Granularity granularity,
            List<OffsetDateTime> starts,
            List<OneSeries> series,
            Map<String, @Nullable Double> totals,
            Map<String, @Nullable Double> before) {}

    /** One figure over time. */
    record OneSeries(String metric, Unit unit, List<@Nullable Double> values) {}

    /** Figures by slices. */
    record TableView(Dimension dimension, List<String> metrics, List<SliceView> rows) {}

    /** The figures of one slice, the unknown one under the empty name. */
    record SliceView(String slice, List<@Nullable Double> values) {}

    @GetMapping
    PeriodView period(Caller caller, @ModelAttribute Period period) {
        Buckets days = period.buckets(clock.instant(), Granularity.DAY);
        PeriodReport report = PeriodReport.of(figures(caller), days);
        return new PeriodView(
                days.from(),
                days.to(),
                days.zone().getId(),
                report.figures(),
                report.before(),
                report.growth(),
                report.perDay(),
                report.peakHours(),
                report.topics(),
                report.languages(),
                report.escalations(),
                report.bands(),
                report.agents().rows().stream()
                        .map(row -> agent(caller.tenant(), row))
                        .toList());
    }

    private AgentFigures agent(String tenant, MetricTable.Row row) {
        List<@Nullable Double> values = row.values();
        return new AgentFigures(
                names.of(tenant, row.label()),
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5));
    }

    @GetMapping("/definitions")
    DefinitionsView definitions(Caller caller) {
        return new DefinitionsView(
                Metrics.known().stream()
                        .map(each -> new DefinitionView(each.id(), each.unit(), EnumSet.copyOf(each.dimensions())))
                        .toList(),
                List.of(Granularity.values()));
    }

    @GetMapping(path = "/series")
    SeriesView series(
            Caller caller,
            @RequestParam("metric") List<String> metrics,
            @RequestParam(defaultValue = "DAY") Granularity granularity,
            @ModelAttribute Period period) {
        List<MetricDefinition> definitions = Metrics.named(metrics);
        Buckets buckets = period.buckets(clock.instant(), granularity);
        Figures figures = figures(caller);
        MetricTable table = figures.series(definitions, buckets);
        List<OneSeries> series = new ArrayList<>();
        Map<String, @Nullable Double> totals = new LinkedHashMap<>();
        Map<String, @Nullable Double> before = new LinkedHashMap<>();
        for (MetricDefinition each : definitions) {
            series.add(new OneSeries(each.id(), each.unit(), table.column(each)));
            totals.put(each.id(), figures.card(each, buckets));
            before.put(each.id(), figures.card(each, buckets.before()));
        }
        return new SeriesView(
                granularity,
                buckets.starts().subList(0, buckets.size()).stream()
                        .map(start -> start.atZone(buckets.zone()).toOffsetDateTime())
                        .toList(),
                series,
                totals,
                before);
    }

    @GetMapping(path = "/series", produces = CSV)
    String seriesAsCsv(
            Caller caller,
            @RequestParam("metric") List<String> metrics,
            @RequestParam(defaultValue = "DAY") Granularity granularity,
            @ModelAttribute Period period) {
        return figures(caller)
                .series(Metrics.named(metrics), period.buckets(clock.instant(), granularity))
                .toCsv();
    }

    @GetMapping(path = "/table")
    TableView table(
            Caller caller,
            @RequestParam("metric") List<String> metrics,
            @RequestParam Dimension dimension,
            @ModelAttribute Period period) {
        List<MetricDefinition> definitions = Metrics.named(metrics);
        return new TableView(
                dimension,
                definitions.stream().map(MetricDefinition::id).toList(),
                tableOf(caller, definitions, dimension, period).rows().stream()
                        .map(row -> new SliceView(row.label(), row.values()))
                        .toList());
    }

    @GetMapping(path = "/table", produces = CSV)
    String tableAsCsv(
            Caller caller,
            @RequestParam("metric") List<String> metrics,
            @RequestParam Dimension dimension,
            @ModelAttribute Period period) {
        return tableOf(caller, Metrics.named(metrics), dimension, period).toCsv();
    }

    private MetricTable tableOf(Caller caller, List<MetricDefinition> definitions, Dimension dimension, Period period) {
        for (MetricDefinition each : definitions) {
            if (!each.dimensions().contains(dimension)) {
                throw InvalidRequestException.of(
                        "dimension", "must be one of " + each.dimensions() + " for " + each.id() + ": " + dimension);
            }
        }
        return figures(caller).table(definitions, period.buckets(clock.instant(), Granularity.DAY), dimension);
    }

    private Figures figures(Caller caller) {
        if (!governance.desk(caller).seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        return governance.reports().figures(caller.tenant());
    }
}
