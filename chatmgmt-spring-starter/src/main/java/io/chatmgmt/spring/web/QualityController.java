package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityPart;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.quality.Criterion;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.quality.Section;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveSort;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the conversations were, by a program and by people, and what reviewers did with held answers. */
@RestController
@RequestMapping(ApiPath.API)
final class QualityController {

    private static final int USUAL = 20;
    private static final int LOOKED_AT = 200;

    private final ChatGovernance governance;
    private final Rows rows;
    private final Words words;
    private final Scorecard scorecard;
    private final InstantSource clock;

    QualityController(ChatGovernance governance, Rows rows, Words words, Scorecard scorecard, InstantSource clock) {
        this.governance = governance;
        this.rows = rows;
        this.words = words;
        this.scorecard = scorecard;
        this.clock = clock;
    }

    /** The quality of some days. */
    record QualitiesView(AutomatedView automated, HumanView human, Map<String, Long> held, List<LowView> lowest) {}

    /** What a program makes of it. */
    record AutomatedView(
            @Nullable Double mean,
            long count,
            @Nullable Double before,
            Map<QualityBand, Long> bands,
            List<PartMean> parts) {}

    /** One part of the score, on average. */
    record PartMean(String part, @Nullable Double mean, long count) {}

    /** What people make of it. */
    record HumanView(
            @Nullable Double mean, long count, @Nullable Double before) {}

    /** A conversation with a low score, and its weakest part. */
    record LowView(
            RowView row, QualityView quality, @Nullable WeakestView weakest) {}

    /** The weakest part, with a message behind it. */
    record WeakestView(
            QualityPart part,
            double score,
            String basis,
            @Nullable String quote) {}

    /** A scorecard for people. */
    record ScorecardView(String id, int revision, List<SectionView> sections) {}

    /** A part of it. */
    record SectionView(String name, int weight, List<CriterionView> criteria) {}

    /** A question of it. */
    record CriterionView(
            String id, String question, double min, double max, double step, int weight, Criterion.Rule rule) {}

    @GetMapping("/quality")
    QualitiesView quality(
            Caller caller, @ModelAttribute Period period, @RequestParam(required = false) @Nullable Integer limit) {
        Desk desk = governance.desk(caller);
        if (!desk.seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        Buckets days = period.buckets(clock.instant(), Granularity.DAY);
        Figures figures = governance.reports().figures(caller.tenant());
        return new QualitiesView(
                automated(figures, days),
                new HumanView(
                        figures.card(KeyFigures.REVIEWED, days),
                        count(figures.card(Metrics.REVIEWS, days)),
                        figures.card(KeyFigures.REVIEWED, days.before())),
                held(figures, days),
                lowest(desk, Limits.within(limit, USUAL, LOOKED_AT)));
    }

    private static AutomatedView automated(Figures figures, Buckets days) {
        Map<String, Long> scored = slices(figures, Metrics.QUALITY_SCORED, days, Dimension.BAND);
        Map<QualityBand, Long> bands = new LinkedHashMap<>();
        for (QualityBand band : QualityBand.values()) {
            bands.put(band, scored.getOrDefault(band.name(), 0L));
        }
        MetricTable parts =
                figures.table(List.of(Metrics.QUALITY_PARTS, Metrics.QUALITY_PARTS_SCORED), days, Dimension.PART);
        return new AutomatedView(
                figures.card(KeyFigures.QUALITY, days),
                count(figures.card(Metrics.QUALITY_SCORED, days)),
                figures.card(KeyFigures.QUALITY, days.before()),
                bands,
                parts.rows().stream()
                        .map(row -> new PartMean(
                                row.label(),
                                row.values().get(0),
                                count(row.values().get(1))))
                        .toList());
    }

    private static Map<String, Long> held(Figures figures, Buckets days) {
        return slices(figures, Metrics.HELD_BY_OUTCOME, days, Dimension.OUTCOME);
    }

    private static Map<String, Long> slices(
            Figures figures, MetricDefinition definition, Buckets days, Dimension dimension) {
        Map<String, Long> slices = new LinkedHashMap<>();
        for (MetricTable.Row row :
                figures.table(List.of(definition), days, dimension).rows()) {
            slices.put(row.label(), count(row.values().get(0)));
        }
        return slices;
    }

    private static long count(@Nullable Double figure) {
        return figure == null ? 0 : Math.round(figure);
    }

    /** The lowest scores among the conversations that were resolved last. */
    private List<LowView> lowest(Desk desk, int limit) {
        LiveFilter resolved =
                LiveFilter.builder().scope(LiveFilter.Scope.RESOLVED).build();
        List<LiveRow> latest = desk.live()
                .list(resolved, LiveSort.descending(LiveSort.Key.LAST_MESSAGE), null, LOOKED_AT)
                .rows();
        return latest.stream()
                .flatMap(
                        row -> governance
                                .reports()
                                .quality(row.conversation().id())
                                .map(score -> low(row, QualityView.of(score)))
                                .stream())
                .sorted(Comparator.comparingDouble(each -> each.quality().score()))
                .limit(limit)
                .toList();
    }

    private LowView low(LiveRow row, QualityView quality) {
        ConversationId id = row.conversation().id();
        return new LowView(
                rows.of(row),
                quality,
                quality.parts().stream()
                        .min(Comparator.comparingDouble(QualityView.PartView::score))
                        .map(part -> new WeakestView(
                                part.part(),
                                part.score(),
                                part.basis(),
                                part.messages().isEmpty()
                                        ? null
                                        : words.of(id, part.messages().get(0))))
                        .orElse(null));
    }

    @GetMapping("/scorecard")
    ScorecardView scorecard(Caller caller) {
        return new ScorecardView(
                scorecard.id(),
                scorecard.revision(),
                scorecard.sections().stream().map(QualityController::section).toList());
    }

    private static SectionView section(Section section) {
        return new SectionView(
                section.name(),
                section.weight(),
                section.criteria().stream()
                        .map(each -> new CriterionView(
                                each.id(),
                                each.question(),
                                each.scale().min(),
                                each.scale().max(),
                                each.scale().step(),
                                each.weight(),
                                each.rule()))
                        .toList());
    }
}
