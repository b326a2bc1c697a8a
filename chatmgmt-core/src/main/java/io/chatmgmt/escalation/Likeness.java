package io.chatmgmt.escalation;

/**
 * How alike two messages are as questions. Immutable.
 *
 * @param score how near their meanings are, or their words if those are nearly the same, 0 to 1; 0 when either asks nothing
 * @param repeated whether the second asks the same question again
 */
public record Likeness(double score, boolean repeated) {

    /** Checks the range. */
    public Likeness {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be within 0..1: " + score);
        }
    }
}
