package io.chatmgmt.routing;

import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What waiting work gives up, and when: each rung is reached so long after the work was queued, and keeps what the rungs
 * before it gave up. Immutable.
 *
 * @param anyLevel when the level of the skill no longer counts
 * @param anyPreference when nobody is preferred any more: neither for the language nor for the region nor as the last
 *     agent
 * @param anyLanguage when language and region are no longer required
 * @param anySkill when anybody will do
 * @param overflow when the work moves on to the queue that its own overflows to
 */
public record Ladder(
        TimeLimit anyLevel, TimeLimit anyPreference, TimeLimit anyLanguage, TimeLimit anySkill, TimeLimit overflow) {

    /** The number of rungs above the ground. */
    public static final int RUNGS = 5;

    /** The rung at which the level of the skill no longer counts. */
    public static final int ANY_LEVEL = 1;

    /** The rung at which nobody is preferred any more. */
    public static final int ANY_PREFERENCE = 2;

    /** The rung at which language and region are no longer required. */
    public static final int ANY_LANGUAGE = 3;

    /** The rung at which anybody will do. */
    public static final int ANY_SKILL = 4;

    /** The rung at which the work moves on. */
    public static final int OVERFLOW = 5;

    /** Nothing is given up. */
    public static final Ladder NONE =
            new Ladder(TimeLimit.never(), TimeLimit.never(), TimeLimit.never(), TimeLimit.never(), TimeLimit.never());

    /** Checks for nulls. */
    public Ladder {
        Objects.requireNonNull(anyLevel, "anyLevel");
        Objects.requireNonNull(anyPreference, "anyPreference");
        Objects.requireNonNull(anyLanguage, "anyLanguage");
        Objects.requireNonNull(anySkill, "anySkill");
        Objects.requireNonNull(overflow, "overflow");
    }

    /**
     * The rungs in order.
     *
     * @return as many as {@link #RUNGS}
     */
    public List<TimeLimit> rungs() {
        return List.of(anyLevel, anyPreference, anyLanguage, anySkill, overflow);
    }

    /**
     * How far waiting work has climbed: exactly at its time a rung is reached.
     *
     * @param enqueuedAt since when it waits
     * @param now the moment
     * @return 0 for the ground, up to {@link #RUNGS}
     */
    public int rung(Instant enqueuedAt, Instant now) {
        List<TimeLimit> rungs = rungs();
        for (int rung = RUNGS; rung > 0; rung--) {
            Instant at = rungs.get(rung - 1).after(enqueuedAt);
            if (at != null && !now.isBefore(at)) {
                return rung;
            }
        }
        return 0;
    }

    /**
     * How far waiting work ever climbs before it moves on.
     *
     * @return 0 for the ground, up to {@link #ANY_SKILL}
     */
    public int top() {
        for (int rung = ANY_SKILL; rung > 0; rung--) {
            if (!rungs().get(rung - 1).equals(TimeLimit.never())) {
                return rung;
            }
        }
        return 0;
    }

    /**
     * When the next rung is reached.
     *
     * @param enqueuedAt since when it waits
     * @param now the moment
     * @return null when there is none left
     */
    public @Nullable Instant nextAfter(Instant enqueuedAt, Instant now) {
        for (TimeLimit rung : rungs()) {
            Instant at = rung.after(enqueuedAt);
            if (at != null && at.isAfter(now)) {
                return at;
            }
        }
        return null;
    }

    /**
     * The same ladder with an overflow.
     *
     * @param overflow when the work moves on
     * @return a copy
     */
    public Ladder overflowingAfter(Duration overflow) {
        return new Ladder(anyLevel, anyPreference, anyLanguage, anySkill, TimeLimit.of(overflow));
    }
}
