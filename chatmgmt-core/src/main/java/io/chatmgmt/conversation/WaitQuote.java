package io.chatmgmt.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long a waiting customer was told that it takes, as a range: half of those who are told wait no longer than the
 * first figure, nine of ten no longer than the second. Immutable.
 *
 * @param position the place in line, 1 for the next one
 * @param p50 what half of them wait at most
 * @param p90 what nine of ten wait at most
 * @param agents how many agents the figures count on
 * @param asOf when they were worked out
 */
public record WaitQuote(int position, Duration p50, Duration p90, int agents, Instant asOf) {

    /** Checks the parts. */
    public WaitQuote {
        Bounds.positive(position, "position");
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p90, "p90");
        Bounds.positive(agents, "agents");
        Objects.requireNonNull(asOf, "asOf");
    }
}
