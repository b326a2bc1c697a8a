package io.chatmgmt.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The moment at which conversations are looked at: some of them count as pending only because time has passed. Immutable.
 *
 * @param now the moment
 * @param pendingAfter after how long a silence a conversation counts as pending
 */
public record LiveMoment(Instant now, Duration pendingAfter) {

    /** After how long a silence a conversation usually counts as pending. */
    public static final Duration PENDING_AFTER = Duration.ofSeconds(30);

    /** Checks for nulls. */
    public LiveMoment {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(pendingAfter, "pendingAfter");
    }

    /**
     * A moment with the usual silence.
     *
     * @param now the moment
     * @return the moment
     */
    public static LiveMoment at(Instant now) {
        return new LiveMoment(now, PENDING_AFTER);
    }
}
