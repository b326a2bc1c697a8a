package io.chatmgmt.spring.web;

import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.MetricDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures that requests may ask for: the key figures, and counts that are of use taken apart. */
final class Metrics {

    static final MetricDefinition QUALITY_SCORED = MetricDefinition.count("quality.scored", Measure.QUALITY);
    static final MetricDefinition QUALITY_PARTS = MetricDefinition.mean("quality.part.mean", Measure.QUALITY_PARTS);
    static final MetricDefinition QUALITY_PARTS_SCORED =
            MetricDefinition.count("quality.part.scored", Measure.QUALITY_PARTS);
    static final MetricDefinition REVIEWS = MetricDefinition.count("reviews", Measure.REVIEWS);
    static final MetricDefinition HELD_BY_OUTCOME = MetricDefinition.count("held.outcomes", Measure.HELD_ANSWERS);

    private static final Map<String, MetricDefinition> ALL = all();

    private Metrics() {}

    private static Map<String, MetricDefinition> all() {
        Map<String, MetricDefinition> all = new LinkedHashMap<>();
        KeyFigures.all().forEach(each -> all.put(each.id(), each));
        List.of(
                        MetricDefinition.count("answers", Measure.ANSWERS),
                        MetricDefinition.count("escalations", Measure.ESCALATIONS),
                        MetricDefinition.count("ratings", Measure.RATING),
                        MetricDefinition.count("resolutions", Measure.RESOLUTIONS),
                        MetricDefinition.quantile("response.ai.p90", Measure.AI_RESPONSE, 0.9),
                        MetricDefinition.quantile("wait.p50", Measure.WAIT, 0.5),
                        MetricDefinition.quantile("wait.p90", Measure.WAIT, 0.9),
                        HELD_BY_OUTCOME,
                        QUALITY_SCORED,
                        QUALITY_PARTS,
                        QUALITY_PARTS_SCORED,
                        REVIEWS)
                .forEach(each -> all.put(each.id(), each));
        return all;
    }

    static List<MetricDefinition> known() {
        return List.copyOf(ALL.values());
    }

    static List<MetricDefinition> named(List<String> ids) {
        return ids.stream()
                .distinct()
                .map(id -> {
                    MetricDefinition definition = ALL.get(id);
                    if (definition == null) {
                        throw InvalidRequestException.of("metric", "must be one of " + ALL.keySet() + ": " + id);
                    }
                    return definition;
                })
                .toList();
    }
}
