package io.chatmgmt.routing;

import java.time.Duration;
import java.util.Optional;

/**
 * How long somebody in a place of a line waits. Pure.
 *
 * <p>The line moves whenever one of {@code c} busy slots is freed, each after {@code AHT} on average, so that the wait in
 * place {@code k} is a sum of {@code k} exponential steps: an Erlang distribution. Its quantiles are found by bisection; far
 * back in a line, where that would take long, by the approximation of Wilson and Hilferty (1931, "The distribution of
 * chi-square"), which is off by less than a thousandth there.
 */
public final class WaitEstimator {

    private static final int STEPS = 60;

    /** Up to this place the quantiles are exact. */
    static final int NEAR = 40;

    /** Standard normal deviates of the shares that a range names. */
    static final double MEDIAN = 0;

    static final double NINE_OF_TEN = 1.2815515655446004;

    private WaitEstimator() {}

    /**
     * The range for a place in line.
     *
     * @param position 1 for the next one
     * @param free how many slots are free now
     * @param slots how many slots there are in all, free and busy, of agents who are there and can take the work
     * @param agents how many agents that are
     * @param handleTime how long a conversation takes on average, greater than zero
     * @param widening by how much the far end was too short lately, 1 for not at all
     * @return empty when nobody is there: then there is no figure
     */
    public static Optional<WaitRange> estimate(
            int position, int free, int slots, int agents, Duration handleTime, double widening) {
        if (slots < 1 || agents < 1) {
            return Optional.empty();
        }
        if (position <= free) {
            return Optional.of(new WaitRange(position, Duration.ZERO, Duration.ZERO, agents));
        }
        int steps = position - free;
        double rate = slots / Math.max(1.0, (double) handleTime.toMillis());
        Duration p50 = Duration.ofMillis(Math.round(quantile(steps, 0.5, MEDIAN) / rate));
        Duration p90 = Duration.ofMillis(Math.round(widening * quantile(steps, 0.9, NINE_OF_TEN) / rate));
        return Optional.of(new WaitRange(position, p50, p90.compareTo(p50) < 0 ? p50 : p90, agents));
    }

    /** The wait that a share of those in this place do not exceed, counted in the mean time between two steps. */
    private static double quantile(int steps, double share, double deviate) {
        return steps <= NEAR ? exactly(steps, share) : nearly(steps, deviate);
    }

    /** By bisection, in as many steps of the sum as there are places. */
    static double exactly(int steps, double share) {
        double low = 0;
        double high = steps + 10 * Math.sqrt(steps) + 10;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (within(steps, middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The same by the standard normal deviate of the share. */
    static double nearly(int steps, double deviate) {
        double ninth = 1.0 / (9.0 * steps);
        double root = 1 - ninth + deviate * Math.sqrt(ninth);
        return steps * root * root * root;
    }

    /**
     * The share of those who wait at most so long: {@code 1 − Σ e^-x x^i / i!} over {@code i < steps}. In logarithms, so that
     * long lines do not overflow.
     */
    static double within(int steps, double x) {
        if (x <= 0) {
            return 0;
        }
        double logTerm = -x;
        double more = Math.exp(logTerm);
        for (int i = 1; i < steps; i++) {
            logTerm += Math.log(x / i);
            more += Math.exp(logTerm);
        }
        return Math.max(0, 1 - more);
    }
}
