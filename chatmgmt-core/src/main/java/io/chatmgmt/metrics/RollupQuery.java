package io.chatmgmt.metrics;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Asks for what some measures add up to in neighbouring stretches of time. Immutable.
 *
 * @param tenant whose
 * @param measures which measures
 * @param dimensions what they are to be taken apart by
 * @param boundaries the {@linkplain Quarter quarters} at which a stretch ends and the next one begins, ascending, at
 *     least two: {@code n} of them make {@code n − 1} stretches, each without the quarter that it ends at
 */
public record RollupQuery(String tenant, Set<Measure> measures, Set<Dimension> dimensions, List<Integer> boundaries) {

    /** Checks the boundaries and copies. */
    public RollupQuery {
        Objects.requireNonNull(tenant, "tenant");
        measures = Set.copyOf(measures);
        dimensions = Set.copyOf(dimensions);
        boundaries = List.copyOf(boundaries);
        if (boundaries.size() < 2) {
            throw new IllegalArgumentException("boundaries must be at least two: " + boundaries);
        }
        for (int i = 1; i < boundaries.size(); i++) {
            if (boundaries.get(i) < boundaries.get(i - 1)) {
                throw new IllegalArgumentException("boundaries must ascend: " + boundaries);
            }
        }
    }

    /**
     * How many stretches there are.
     *
     * @return 1 or more
     */
    public int stretches() {
        return boundaries.size() - 1;
    }
}
