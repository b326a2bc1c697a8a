package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * A reviewer's lease on a held answer: until it runs out nobody else may decide. Immutable.
 *
 * @param reviewer who
 * @param until when the lease runs out
 */
public record ReviewClaim(AgentId reviewer, Instant until) {

    /** Checks for nulls. */
    public ReviewClaim {
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(until, "until");
    }
}
