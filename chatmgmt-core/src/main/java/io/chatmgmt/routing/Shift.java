package io.chatmgmt.routing;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says about a moment. Immutable.
 *
 * @param state whether it is open
 * @param until when that changes, null when it never does
 */
public record Shift(State state, @Nullable Instant until) {

    /** Whether a calendar is open. */
    public enum State {
        /** People are there. */
        OPEN,
        /** Nobody is. */
        CLOSED
    }

    /** Open day and night. */
    public static final Shift ALWAYS = new Shift(State.OPEN, null);

    /** Checks the state. */
    public Shift {
        Objects.requireNonNull(state, "state");
    }

    /**
     * Whether people are there.
     *
     * @return true while open
     */
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
