package io.chatmgmt.escalation;

import java.util.Arrays;

/**
 * How a model did on examples that it had not seen: what {@link TopicSurety} is learned from. Not thread-safe.
 */
final class TopicTrial {

    /** The share of right answers that may be given up to notice what is out of scope. */
    private static final double GIVEN_UP = 0.002;

    private static final int ITERATIONS = 25;
    private static final double RIDGE = 1;

    private final float[] best;
    private final float[] second;
    private final boolean[] right;
    private final boolean[] outOfScope;

    TopicTrial(int examples) {
        best = new float[examples];
        second = new float[examples];
        right = new boolean[examples];
        outOfScope = new boolean[examples];
    }

    /** Notes the margins of one example, and its label, −1 for none. */
    void note(int example, float[] margins, int label) {
        int first = TopicSurety.first(margins);
        best[example] = margins[first];
        second[example] = TopicSurety.second(margins, first);
        right[example] = first == label;
        outOfScope[example] = label < 0;
    }

    TopicSurety surety() {
        double[] weights = logistic();
        return new TopicSurety(floor(), weights[0], weights[1], weights[2]);
    }

    /**
     * As high as the share of right answers that may be given up allows; where the history has so much out of scope that to
     * give up more pays, as high as pays most.
     */
    private float floor() {
        Integer[] order = new Integer[best.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Float.compare(best[one], best[other]));
        int rights = 0;
        for (boolean answer : right) {
            rights += answer ? 1 : 0;
        }
        int allowed = (int) (GIVEN_UP * rights);
        float floor = best[order[0]];
        int lost = 0;
        int gain = 0;
        int most = 0;
        for (int example : order) {
            if (lost <= allowed || gain > most) {
                floor = best[example];
                most = gain;
            }
            lost += right[example] ? 1 : 0;
            gain += outOfScope[example] ? 1 : right[example] ? -1 : 0;
        }
        return floor;
    }

    /** Logistic regression of being right on margin and lead, by Newton's method. */
    private double[] logistic() {
        double[] weights = new double[3];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] system = new double[3][4];
            for (int i = 0; i < 3; i++) {
                system[i][i] = RIDGE;
                system[i][3] = -RIDGE * weights[i];
            }
            for (int example = 0; example < best.length; example++) {
                add(example, weights, system);
            }
            double[] step = solve(system);
            for (int i = 0; i < 3; i++) {
                weights[i] += step[i];
            }
        }
        return weights;
    }

    private void add(int example, double[] weights, double[][] system) {
        double[] x = {best[example], best[example] - second[example], 1};
        double odds = weights[0] * x[0] + weights[1] * x[1] + weights[2];
        double p = 1 / (1 + StrictMath.exp(-odds));
        double error = (right[example] ? 1 : 0) - p;
        for (int i = 0; i < 3; i++) {
            system[i][3] += error * x[i];
            for (int j = 0; j < 3; j++) {
                system[i][j] += p * (1 - p) * x[i] * x[j];
            }
        }
    }

    /** Gauss's elimination; the ridge keeps the system regular and its diagonal positive. */
    private static double[] solve(double[][] system) {
        for (int i = 0; i < 3; i++) {
            for (int below = i + 1; below < 3; below++) {
                double factor = system[below][i] / system[i][i];
                for (int j = i; j < 4; j++) {
                    system[below][j] -= factor * system[i][j];
                }
            }
        }
        double[] solution = new double[3];
        for (int i = 2; i >= 0; i--) {
            double sum = system[i][3];
            for (int j = i + 1; j < 3; j++) {
                sum -= system[i][j] * solution[j];
            }
            solution[i] = sum / system[i][i];
        }
        return solution;
    }
}
