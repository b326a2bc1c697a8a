package io.chatmgmt.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.CriterionRating;
import io.chatmgmt.conversation.QualityBand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T143: scorecards at their edges")
class ScorecardTest {

    private static Scorecard card(Criterion... criteria) {
        return new Scorecard("card", 1, List.of(new Section("all", 100, List.of(criteria))));
    }

    private static Criterion criterion(String id, int weight, Criterion.Rule rule) {
        return new Criterion(id, "?", Scale.numeric(0, 100), weight, rule);
    }

    private static List<CriterionRating> give(double... values) {
        List<CriterionRating> ratings = new ArrayList<>();
        for (double value : values) {
            ratings.add(new CriterionRating("c" + ratings.size(), value));
        }
        return ratings;
    }

    @Test
    @DisplayName("H04: when nothing applies there is no score, neither 0 nor 100")
    void when_nothing_applies_there_is_no_score() {
        Review review = Scorecard.ofDefaults().evaluate(List.of());
        assertThat(review.score()).isEmpty();
        assertThat(review.grade()).isEmpty();
        assertThat(review.shown()).isEqualTo("–");
    }

    @Test
    void weights_of_0_alone_give_no_score() {
        assertThat(card(criterion("c0", 0, Criterion.Rule.NONE))
                        .evaluate(give(80))
                        .score())
                .isEmpty();
    }

    @Test
    void one_criterion_is_the_score() {
        assertThat(card(criterion("c0", 7, Criterion.Rule.NONE))
                        .evaluate(give(83))
                        .score())
                .hasValue(83);
    }

    @Test
    @DisplayName("H05: a critical criterion fails below half of its scale, not at half")
    void a_critical_criterion_fails_below_half() {
        Scorecard card = card(criterion("c0", 50, Criterion.Rule.CRITICAL), criterion("c1", 50, Criterion.Rule.NONE));
        assertThat(card.evaluate(give(50, 100)).score()).hasValue(75);
        Review failed = card.evaluate(give(49.99, 100));
        assertThat(failed.score()).hasValue(0);
        assertThat(failed.raw().orElseThrow()).isGreaterThan(74);
        assertThat(failed.failed()).containsExactly("c0");
    }

    @Test
    void an_automatic_fail_that_does_not_apply_fails_nothing() {
        Scorecard card =
                card(criterion("c0", 50, Criterion.Rule.FAILS_REVIEW), criterion("c1", 50, Criterion.Rule.NONE));
        assertThat(card.evaluate(List.of(new CriterionRating("c1", 90))).score())
                .hasValue(90);
    }

    @ParameterizedTest
    @DisplayName("H06: the grade is of the unrounded score, and what shows 90.0 is excellent")
    @CsvSource({
        "90, EXCELLENT, 90.0",
        "89.96, GOOD, 89.9",
        "89.95, GOOD, 89.9",
        "80, GOOD, 80.0",
        "79.999, SATISFACTORY, 79.9",
        "70, SATISFACTORY, 70.0",
        "69.99, NEEDS_IMPROVEMENT, 69.9",
        "0, NEEDS_IMPROVEMENT, 0.0"
    })
    void the_grade_is_of_the_unrounded_score(double score, QualityBand grade, String shown) {
        Review review = card(criterion("c0", 1, Criterion.Rule.NONE)).evaluate(give(score));
        assertThat(review.grade()).hasValue(grade);
        assertThat(review.shown()).isEqualTo(shown);
    }

    @Test
    void a_review_names_the_edition_that_it_was_made_with() {
        assertThat(Scorecard.ofDefaults().version()).isEqualTo("default/1");
    }

    @Test
    void what_is_not_on_the_scorecard_or_its_scale_is_refused() {
        Scorecard card = Scorecard.ofDefaults();
        assertThatIllegalArgumentException().isThrownBy(() -> card.evaluate(List.of(new CriterionRating("charm", 3))));
        assertThatIllegalArgumentException().isThrownBy(() -> card.evaluate(List.of(new CriterionRating("tone", 6))));
        assertThatIllegalArgumentException().isThrownBy(() -> card.evaluate(List.of(new CriterionRating("tone", 2.5))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> card.evaluate(List.of(new CriterionRating("tone", 2), new CriterionRating("tone", 2))));
    }

    @Test
    @DisplayName("H02: the default scorecard has the product's six criteria")
    void the_default_scorecard() {
        List<CriterionRating> perfect = Scorecard.ofDefaults().sections().get(0).criteria().stream()
                .map(criterion -> new CriterionRating(criterion.id(), 5))
                .toList();
        assertThat(perfect).hasSize(6);
        assertThat(Scorecard.ofDefaults().evaluate(perfect).score()).hasValue(100);
        assertThat(Scorecard.ofDefaults().evaluate(perfect.subList(0, 5)).score())
                .hasValue(100);
    }
}
