package io.chatmgmt.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatmgmt.conversation.CriterionRating;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The formula against a model that counts everything out, point by point of weight. */
class ScorecardProperties {

    /** A scorecard, and what was given for some of its criteria. */
    record Filled(Scorecard scorecard, List<CriterionRating> ratings) {}

    @Provide
    Arbitrary<Filled> filled() {
        Arbitrary<Criterion> criteria = Combinators.combine(
                        Arbitraries.of(Scale.BINARY, Scale.THREE, Scale.FOUR, Scale.FIVE, Scale.numeric(0, 10)),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(Criterion.Rule.class))
                .as((scale, weight, rule) -> new Criterion("c", "?", scale, weight, rule));
        return criteria.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(sections -> Arbitraries.integers()
                        .between(0, 100)
                        .list()
                        .ofSize(sections.size())
                        .map(weights -> scorecard(sections, weights)))
                .flatMap(card -> Arbitraries.integers()
                        .between(-2, 4)
                        .list()
                        .ofSize(12)
                        .map(picks -> new Filled(card, ratings(card, picks))));
    }

    private static Scorecard scorecard(List<List<Criterion>> sections, List<Integer> weights) {
        List<Section> parts = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            List<Criterion> named = new ArrayList<>();
            for (Criterion each : sections.get(i)) {
                named.add(new Criterion("s" + i + "c" + named.size(), "?", each.scale(), each.weight(), each.rule()));
            }
            parts.add(new Section("s" + i, weights.get(i), named));
        }
        return new Scorecard("card", 1, parts);
    }

    /** A negative pick leaves the criterion out; the others go from the lowest answer up. */
    private static List<CriterionRating> ratings(Scorecard card, List<Integer> picks) {
        List<CriterionRating> ratings = new ArrayList<>();
        int next = 0;
        for (Section section : card.sections()) {
            for (Criterion criterion : section.criteria()) {
                int pick = picks.get(next++ % picks.size());
                if (pick >= 0) {
                    Scale scale = criterion.scale();
                    ratings.add(new CriterionRating(criterion.id(), Math.min(scale.max(), scale.min() + pick)));
                }
            }
        }
        return ratings;
    }

    @Property
    void the_score_is_that_of_the_model(@ForAll("filled") Filled filled) {
        Map<String, Double> given = new TreeMap<>();
        filled.ratings().forEach(rating -> given.put(rating.criterion(), rating.value()));
        List<Double> raw = new ArrayList<>();
        List<Double> counting = new ArrayList<>();
        boolean zero = false;
        for (Section section : filled.scorecard().sections()) {
            List<Double> points = new ArrayList<>();
            boolean sectionZero = false;
            for (Criterion criterion : section.criteria()) {
                if (given.containsKey(criterion.id())) {
                    Scale scale = criterion.scale();
                    double point = 100 * (given.get(criterion.id()) - scale.min()) / (scale.max() - scale.min());
                    for (int i = 0; i < criterion.weight(); i++) {
                        points.add(point);
                    }
                    zero |= criterion.rule() == Criterion.Rule.CRITICAL && point < 50;
                    zero |= criterion.rule() == Criterion.Rule.FAILS_REVIEW && point == 0;
                    sectionZero |= criterion.rule() == Criterion.Rule.FAILS_SECTION && point == 0;
                }
            }
            for (int i = 0; i < section.weight() && !points.isEmpty(); i++) {
                raw.add(mean(points));
                counting.add(sectionZero ? 0 : mean(points));
            }
        }
        Review review = filled.scorecard().evaluate(filled.ratings());
        if (raw.isEmpty()) {
            assertThat(review.score()).isEmpty();
            assertThat(review.raw()).isEmpty();
            assertThat(review.grade()).isEmpty();
        } else {
            assertThat(review.raw().orElseThrow()).isCloseTo(mean(raw), within(1e-6));
            assertThat(review.score().orElseThrow()).isCloseTo(zero ? 0 : mean(counting), within(1e-6));
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
