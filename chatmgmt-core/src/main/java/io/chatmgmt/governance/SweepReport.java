package io.chatmgmt.governance;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep did, and when the next one is needed. Immutable.
 *
 * @param due how many conversations had something due
 * @param matched how many waiting conversations were offered to an agent that no event had led to one
 * @param next when something is due next, in the past when the limit cut the sweep short; null when nothing is scheduled
 */
public record SweepReport(int due, int matched, @Nullable Instant next) {

    /**
     * When something is due next.
     *
     * @return empty when nothing is scheduled
     */
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(next);
    }
}
