package io.chatmgmt.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitEstimatorTest {

    private static final Duration HANDLE = Duration.ofMinutes(6);

    private static WaitRange estimate(int position, int free, int slots) {
        return WaitEstimator.estimate(position, free, slots, 1, HANDLE, 1).orElseThrow();
    }

    @Test
    @DisplayName("T092 nobody there is no figure; a free slot is no wait; who is first while all are busy does wait")
    void the_edges() {
        assertThat(WaitEstimator.estimate(1, 0, 0, 0, HANDLE, 1)).isEmpty();
        assertThat(estimate(1, 1, 1).p90()).isZero();
        assertThat(estimate(1, 0, 1).p50()).isPositive();
        assertThat(estimate(2, 1, 2).p50()).isPositive();
    }

    @Test
    @DisplayName("E11 the first of a line waits exponentially, the k-th the sum of k such waits, over all slots")
    void the_quantiles_are_those_of_erlang() {
        WaitRange first = estimate(1, 0, 3);
        double mean = HANDLE.toMillis() / 3.0;
        assertThat((double) first.p50().toMillis()).isCloseTo(mean * Math.log(2), within(2.0));
        assertThat((double) first.p90().toMillis()).isCloseTo(mean * Math.log(10), within(2.0));
        assertThat(WaitEstimator.within(2, 3.8897)).isCloseTo(0.9, within(1e-4));
        assertThat(estimate(100, 0, 10).p50().toMinutes()).isBetween(58L, 62L);
        assertThat(estimate(5_000, 0, 10).p90())
                .isGreaterThan(estimate(5_000, 0, 10).p50());
    }

    @Test
    @DisplayName("E11 far back in a line the quick figure is the exact one, to a thousandth")
    void the_approximation_is_close() {
        for (int place = WaitEstimator.NEAR; place < 1_000; place += 7) {
            double median = WaitEstimator.exactly(place, 0.5);
            double far = WaitEstimator.exactly(place, 0.9);
            assertThat(WaitEstimator.nearly(place, WaitEstimator.MEDIAN)).isCloseTo(median, within(median / 1_000));
            assertThat(WaitEstimator.nearly(place, WaitEstimator.NINE_OF_TEN)).isCloseTo(far, within(far / 1_000));
        }
    }

    @Test
    @DisplayName("E11 what was too short lately is stretched at its far end")
    void the_far_end_is_stretched() {
        WaitRange wide = WaitEstimator.estimate(1, 0, 3, 1, HANDLE, 2).orElseThrow();
        assertThat(wide.p50()).isEqualTo(estimate(1, 0, 3).p50());
        assertThat(wide.p90()).isEqualTo(estimate(1, 0, 3).p90().multipliedBy(2));
    }
}
