package io.chatmgmt.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent is there. What the agent chose and whether they are alive are kept apart: a phone that sleeps for a
 * moment changes nothing that the agent chose. Immutable.
 *
 * @param employment whether they work here at all
 * @param status what they chose to be
 * @param reason why, a code of the host; empty for nothing in particular
 * @param awayUntil when being away ends by itself, null when it does not
 * @param aliveUntil until when the latest heartbeat counts; {@link Agent#FOREVER} for agents whose host sends none
 * @param routableUntil until when work may be offered, the past for not at all
 * @param missedOffers how many offers in a row they let run out
 * @param freeing whether what they hold is on its way to others
 * @param dueAt when something has to happen to them by itself, null for nothing
 * @param goneAt when they chose to be offline, null while they are not, or never were anything else
 */
public record Presence(
        Employment employment,
        AgentStatus status,
        String reason,
        @Nullable Instant awayUntil,
        Instant aliveUntil,
        Instant routableUntil,
        int missedOffers,
        Freeing freeing,
        @Nullable Instant dueAt,
        @Nullable Instant goneAt) {

    /** Whether an agent works here at all. */
    public enum Employment {
        /** Yes. */
        ACTIVE,
        /** Not any more: gets nothing, and what they had goes to others. */
        DEACTIVATED
    }

    /** Whether what an agent holds is on its way to others. */
    public enum Freeing {
        /** It stays. */
        NONE,
        /** It goes to others, each conversation in a commit of its own. */
        PENDING,
        /** It has gone to others. */
        DONE
    }

    /** The code of an absence that the library noted because offers ran out. */
    public static final String NO_ANSWER = "SYSTEM_NO_ANSWER";

    /** Somebody who was just added: not there yet. */
    public static final Presence NEW = new Presence(
            Employment.ACTIVE,
            AgentStatus.OFFLINE,
            "",
            null,
            Agent.FOREVER,
            Instant.EPOCH,
            0,
            Freeing.NONE,
            null,
            null);

    /** Checks the parts. */
    public Presence {
        Objects.requireNonNull(employment, "employment");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(aliveUntil, "aliveUntil");
        Objects.requireNonNull(routableUntil, "routableUntil");
        Objects.requireNonNull(freeing, "freeing");
    }

    /**
     * Somebody who is online and needs no heartbeats.
     *
     * @return the presence
     */
    public static Presence online() {
        return NEW.choosing(AgentStatus.ONLINE, "", null).routable(Agent.FOREVER, null);
    }

    /**
     * The same agent after a choice of their own, or of a supervisor: missed offers are forgiven.
     *
     * @param status what they are from now on
     * @param reason why, a code of the host; empty for nothing in particular
     * @param awayUntil when being away ends by itself, null when it does not
     * @return a copy whose times are to be set anew
     */
    public Presence choosing(AgentStatus status, String reason, @Nullable Instant awayUntil) {
        return new Presence(
                employment,
                status,
                reason,
                status.isAway() ? awayUntil : null,
                aliveUntil,
                routableUntil,
                0,
                freeingBy(status),
                dueAt,
                null);
    }

    private Freeing freeingBy(AgentStatus status) {
        if (employment == Employment.DEACTIVATED) {
            return freeing;
        }
        return status == AgentStatus.AWAY_REASSIGN ? Freeing.PENDING : Freeing.NONE;
    }

    /**
     * The same agent, who has gone home.
     *
     * @param at when
     * @return a copy whose times are to be set anew
     */
    public Presence gone(Instant at) {
        return new Presence(
                employment, status, reason, awayUntil, aliveUntil, routableUntil, missedOffers, freeing, dueAt, at);
    }

    /**
     * When the agent was last there, as far as that is over.
     *
     * @return null while nothing speaks against their being there
     */
    @Nullable
    Instant thereUntil() {
        if (goneAt != null) {
            return goneAt;
        }
        return aliveUntil.isBefore(Agent.FOREVER) ? aliveUntil : null;
    }

    /**
     * The same agent after a sign of life.
     *
     * @param until until when it counts
     * @return a copy whose times are to be set anew
     */
    public Presence alive(Instant until) {
        return new Presence(
                employment,
                status,
                reason,
                awayUntil,
                until,
                routableUntil,
                missedOffers,
                freeing == Freeing.DONE && employment == Employment.ACTIVE && goneAt == null ? Freeing.NONE : freeing,
                dueAt,
                goneAt);
    }

    /**
     * The same agent with another number of missed offers.
     *
     * @param missed how many in a row
     * @return a copy
     */
    public Presence missing(int missed) {
        return new Presence(
                employment, status, reason, awayUntil, aliveUntil, routableUntil, missed, freeing, dueAt, goneAt);
    }

    /**
     * The same agent, working here or not.
     *
     * @param employment whether they do
     * @return a copy whose times are to be set anew
     */
    public Presence employed(Employment employment) {
        return new Presence(
                employment,
                employment == Employment.DEACTIVATED ? AgentStatus.OFFLINE : status,
                reason,
                employment == Employment.DEACTIVATED ? null : awayUntil,
                aliveUntil,
                routableUntil,
                missedOffers,
                employment == Employment.DEACTIVATED ? Freeing.PENDING : freeing,
                dueAt,
                goneAt);
    }

    /**
     * The same agent, whose work stays or goes to others.
     *
     * @param freeing which
     * @return a copy whose times are to be set anew
     */
    public Presence freeing(Freeing freeing) {
        return new Presence(
                employment, status, reason, awayUntil, aliveUntil, routableUntil, missedOffers, freeing, dueAt, goneAt);
    }

    Presence routable(Instant until, @Nullable Instant due) {
        return new Presence(
                employment, status, reason, awayUntil, aliveUntil, until, missedOffers, freeing, due, goneAt);
    }

    /**
     * What others see: the choice, or offline once the heartbeats have stopped for good.
     *
     * @param now the moment
     * @param grace for how long a gap of heartbeats is overlooked
     * @return the status at that moment
     */
    public AgentStatus effective(Instant now, Duration grace) {
        return isLost(now, grace) ? AgentStatus.OFFLINE : status;
    }

    boolean isLost(Instant now, Duration grace) {
        Instant until = thereUntil();
        return until != null && !now.isBefore(until.plus(grace));
    }
}
