package io.chatmgmt.quality;

import java.util.List;
import java.util.Objects;

/**
 * Questions of a scorecard that belong together. Immutable.
 *
 * @param name what the reviewer reads
 * @param weight what it weighs within the scorecard, 0 to 100
 * @param criteria the questions, at least one
 */
public record Section(String name, int weight, List<Criterion> criteria) {

    /** Checks the parts and copies. */
    public Section {
        Objects.requireNonNull(name, "name");
        Criterion.weight(weight);
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("criteria must not be empty");
        }
    }
}
