package io.chatmgmt.quality;

import java.util.Objects;

/**
 * One question of a scorecard. Immutable.
 *
 * @param id names it within the scorecard
 * @param question what the reviewer reads
 * @param scale how it is answered
 * @param weight what it weighs within its section, 0 to 100; 0 for information only
 * @param rule what a bad answer does beyond lowering the score
 */
public record Criterion(String id, String question, Scale scale, int weight, Rule rule) {

    private static final int MOST = 100;

    /** What a bad answer does. */
    public enum Rule {
        /** Nothing more. */
        NONE,
        /** Below half of the scale, the whole review is 0. */
        CRITICAL,
        /** At the lowest answer, its section is 0. */
        FAILS_SECTION,
        /** At the lowest answer, the whole review is 0. */
        FAILS_REVIEW
    }

    /** Checks the parts. */
    public Criterion {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(rule, "rule");
        weight(weight);
    }

    static int weight(int weight) {
        if (weight < 0 || weight > MOST) {
            throw new IllegalArgumentException("weight must be within 0..100: " + weight);
        }
        return weight;
    }
}
