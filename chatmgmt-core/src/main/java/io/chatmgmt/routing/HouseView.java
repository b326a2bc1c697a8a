package io.chatmgmt.routing;

import java.time.Instant;
import java.util.Objects;

/**
 * What a decision needs to know beyond its conversation: a snapshot of the house, at most a few seconds old. Immutable.
 *
 * @param reviewersOnline how many people could decide about a held answer right now
 * @param asOf when it was taken
 */
public record HouseView(int reviewersOnline, Instant asOf) {

    /** Checks the range. */
    public HouseView {
        if (reviewersOnline < 0) {
            throw new IllegalArgumentException("reviewersOnline must not be negative: " + reviewersOnline);
        }
        Objects.requireNonNull(asOf, "asOf");
    }
}
