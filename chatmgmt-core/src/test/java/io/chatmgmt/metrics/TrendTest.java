package io.chatmgmt.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatmgmt.metrics.Trend.Course;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a figure has changed, or only varies. */
class TrendTest {

    private static final MetricDefinition TOPIC =
            MetricDefinition.share("topic.share", Measure.EPISODES, Dimension.TOPIC, "billing", Measure.EPISODES);

    private static Totals spread(Measure measure, double... values) {
        Totals totals = new Totals();
        for (double value : values) {
            long recorded = measure.unit().recorded(value);
            totals.at(measure, Dimension.ALL, "").add(measure.cellOf(recorded), 1, recorded);
        }
        return totals;
    }

    /** So many of each number of stars, from one up. */
    private static Totals stars(int... counts) {
        return spread(
                Measure.RATING,
                DoubleStream.iterate(1, star -> star <= counts.length, star -> star + 1)
                        .flatMap(star -> DoubleStream.generate(() -> star).limit(counts[(int) star - 1]))
                        .toArray());
    }

    private static Totals episodes(int all, int billing) {
        Totals totals = new Totals();
        totals.at(Measure.EPISODES, Dimension.ALL, "").add(all, all);
        totals.at(Measure.EPISODES, Dimension.TOPIC, "billing").add(billing, billing);
        return totals;
    }

    private static Trend of(MetricDefinition figure, Totals now, Totals before) {
        return Trend.of(figure, now, before, Dimension.ALL, "");
    }

    @Test
    @DisplayName("J21 satisfaction that falls by more than chance is noted with both figures and their numbers")
    void satisfaction_that_falls_is_noted() {
        Trend trend = of(KeyFigures.SATISFACTION, stars(20, 20, 20, 20, 20), stars(5, 5, 10, 30, 50));

        assertThat(trend.course()).isEqualTo(Course.DOWN);
        assertThat(trend.isNotable()).isTrue();
        assertThat(trend.note()).isEqualTo("satisfaction.mean went down from 4.15 to 3.00 (100 and 100 records)");
    }

    @Test
    @DisplayName("J21 what chance explains is no trend, and of too few nothing is said")
    void what_chance_explains_is_no_trend() {
        assertThat(of(KeyFigures.SATISFACTION, stars(6, 5, 10, 30, 49), stars(5, 5, 10, 30, 50))
                        .course())
                .isEqualTo(Course.STEADY);
        Trend few = of(KeyFigures.SATISFACTION, stars(19), stars(0, 0, 0, 0, 100));
        assertThat(few.course()).isEqualTo(Course.UNKNOWN);
        assertThat(few.now()).isEqualTo(1);
        assertThat(of(KeyFigures.SATISFACTION, stars(20), stars(0, 0, 0, 0, 20)).course())
                .as("without any variance")
                .isEqualTo(Course.DOWN);
        assertThat(of(KeyFigures.SATISFACTION, stars(20), stars(20)).course()).isEqualTo(Course.STEADY);
    }

    @Test
    @DisplayName("T124 over nothing there is no figure and no trend")
    void over_nothing_there_is_no_trend() {
        Trend trend = of(KeyFigures.SATISFACTION, new Totals(), new Totals());

        assertThat(trend.now()).isNull();
        assertThat(trend.course()).isEqualTo(Course.UNKNOWN);
        assertThat(trend.note()).contains("from nothing to nothing");
        assertThat(of(TOPIC, new Totals(), episodes(100, 10)).course()).isEqualTo(Course.UNKNOWN);
    }

    @Test
    @DisplayName("H25 a quality that declines is told from one that varies")
    void a_quality_that_declines() {
        double[] good = DoubleStream.iterate(80, score -> score + 0.5).limit(40).toArray();
        double[] worse = DoubleStream.of(good).map(score -> score - 6).toArray();
        double[] alike = DoubleStream.of(good).map(score -> score - 1).toArray();

        Totals before = spread(Measure.QUALITY, good);
        assertThat(of(KeyFigures.QUALITY, spread(Measure.QUALITY, worse), before)
                        .course())
                .isEqualTo(Course.DOWN);
        assertThat(of(KeyFigures.QUALITY, spread(Measure.QUALITY, alike), before)
                        .course())
                .isEqualTo(Course.STEADY);
    }

    @ParameterizedTest
    @DisplayName("J21 a topic comes up when its share does, not when there is more of everything")
    @CsvSource({
        "1000, 140, 1000, 100, UP",
        "1000, 120, 1000, 100, STEADY",
        "2000, 200, 1000, 100, STEADY",
        "1000, 60, 1000, 100, DOWN",
        "19, 19, 1000, 100, UNKNOWN"
    })
    void a_topic_comes_up_when_its_share_does(int all, int billing, int allBefore, int billingBefore, Course course) {
        assertThat(of(TOPIC, episodes(all, billing), episodes(allBefore, billingBefore))
                        .course())
                .isEqualTo(course);
    }

    @ParameterizedTest
    @DisplayName("J21 numbers are compared as counts")
    @CsvSource({"100, 150, DOWN", "150, 100, UP", "110, 100, STEADY", "10, 100, UNKNOWN"})
    void numbers_are_compared_as_counts(int now, int before, Course course) {
        assertThat(of(KeyFigures.CONVERSATIONS, episodes(now, 0), episodes(before, 0))
                        .course())
                .isEqualTo(course);
    }

    @Test
    void a_quantile_is_shown_and_not_tested() {
        Trend trend = of(KeyFigures.get("quality.p50"), spread(Measure.QUALITY, 80), spread(Measure.QUALITY, 90));

        assertThat(trend.now()).isEqualTo(80);
        assertThat(trend.course()).isEqualTo(Course.UNKNOWN);
    }

    @Test
    @DisplayName("J14 the variance of a sketch is that of the values, as far as a class is wide")
    void the_variance_of_a_sketch() {
        double[] values =
                DoubleStream.iterate(1, value -> value * 1.1).limit(60).toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double variance = DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);

        Sample sample = Sample.of(KeyFigures.DURATION.formula(), spread(Measure.DURATION, values), Dimension.ALL, "");

        assertThat(sample.mean()).isCloseTo(mean, within(1e-6));
        assertThat(sample.variance()).isCloseTo(variance, within(variance / 50));
        assertThat(new Aggregate().variance()).isZero();
    }
}
