package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent and what they are doing: the row of its own that a claim is checked against. Immutable.
 *
 * <p>Two writers share the row and do not disturb each other: profile and presence are replaced under {@code version};
 * {@code used} and {@code lastAssignedAt} are changed only by commits of conversations.
 *
 * @param profile what is known of them
 * @param version how often profile or presence were written, from 1
 * @param max how many units they may hold, the policy's default filled in; {@link Integer#MAX_VALUE} for no limit
 * @param status what they chose to be
 * @param awayUntil when being away ends by itself, null when it does not
 * @param routableUntil until when work may be offered, the past for not at all: the earliest of the heartbeat's end, the
 *     shift's end and {@link #FOREVER}
 * @param missedOffers how many offers in a row they let run out
 * @param used how many units they hold
 * @param lastAssignedAt when they last took a slot, {@link Instant#EPOCH} for never
 */
public record Agent(
        AgentProfile profile,
        long version,
        int max,
        AgentStatus status,
        @Nullable Instant awayUntil,
        Instant routableUntil,
        int missedOffers,
        int used,
        Instant lastAssignedAt) {

    /** The end of time, for agents whose host sends no heartbeats. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    /** Checks the parts. */
    public Agent {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(routableUntil, "routableUntil");
        Objects.requireNonNull(lastAssignedAt, "lastAssignedAt");
    }

    /**
     * Who.
     *
     * @return the id
     */
    public AgentId id() {
        return profile.id();
    }

    /**
     * Whether new work may be offered at a moment, as far as presence goes.
     *
     * @param now the moment
     * @return true when online and alive
     */
    public boolean isRoutable(Instant now) {
        return routableUntil.isAfter(now);
    }

    /**
     * Whether so much more work fits.
     *
     * @param weight in units
     * @return true when the limit allows it
     */
    public boolean hasRoomFor(int weight) {
        return (long) used + weight <= max;
    }

    /**
     * The same agent with other slots in use: for stores.
     *
     * @param used how many units they hold
     * @param lastAssignedAt when they last took a slot
     * @return a copy under the same version
     */
    public Agent holding(int used, Instant lastAssignedAt) {
        return new Agent(profile, version, max, status, awayUntil, routableUntil, missedOffers, used, lastAssignedAt);
    }

    /**
     * The same agent with another presence.
     *
     * @param status what they chose to be
     * @param awayUntil when being away ends by itself, null when it does not
     * @param routableUntil until when work may be offered
     * @param missedOffers how many offers in a row they let run out
     * @return a copy under the same version
     */
    public Agent present(AgentStatus status, @Nullable Instant awayUntil, Instant routableUntil, int missedOffers) {
        return new Agent(profile, version, max, status, awayUntil, routableUntil, missedOffers, used, lastAssignedAt);
    }
}
