package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent and what they are doing: the row of its own that a claim is checked against. Immutable.
 *
 * <p>Two writers share the row and do not disturb each other: profile, limit and presence are replaced under
 * {@code version}; {@code used}, {@code lastAssignedAt} and {@code lastReleasedAt} are changed only by commits of
 * conversations.
 *
 * @param profile what is known of them
 * @param version how often profile or presence were written, from 1
 * @param max how many units they may hold, inherited limits filled in; {@link Integer#MAX_VALUE} for no limit
 * @param presence whether they are there
 * @param used how many units they hold
 * @param lastAssignedAt when they last took a slot, {@link Instant#EPOCH} for never
 * @param lastReleasedAt when they last gave a slot back, {@link Instant#EPOCH} for never
 */
public record Agent(
        AgentProfile profile,
        long version,
        int max,
        Presence presence,
        int used,
        Instant lastAssignedAt,
        Instant lastReleasedAt) {

    /** The end of time, for agents whose host sends no heartbeats. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

    /** Checks the parts. */
    public Agent {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(lastAssignedAt, "lastAssignedAt");
        Objects.requireNonNull(lastReleasedAt, "lastReleasedAt");
    }

    /**
     * Somebody new, who holds nothing and is not there yet.
     *
     * @param profile what is known of them
     * @param max how many units they may hold
     * @return version 1
     */
    public static Agent of(AgentProfile profile, int max) {
        return of(profile, max, Presence.NEW);
    }

    /**
     * Somebody new, who holds nothing.
     *
     * @param profile what is known of them
     * @param max how many units they may hold
     * @param presence whether they are there
     * @return version 1
     */
    public static Agent of(AgentProfile profile, int max, Presence presence) {
        return new Agent(profile, 1, max, presence, 0, Instant.EPOCH, Instant.EPOCH);
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
     * What they chose to be.
     *
     * @return the status
     */
    public AgentStatus status() {
        return presence.status();
    }

    /**
     * When being away ends by itself, null when it does not.
     *
     * @return the moment
     */
    public @Nullable Instant awayUntil() {
        return presence.awayUntil();
    }

    /**
     * Until when work may be offered, the past for not at all: the guard of every claim.
     *
     * @return the moment
     */
    public Instant routableUntil() {
        return presence.routableUntil();
    }

    /**
     * How many offers in a row they let run out.
     *
     * @return 0 or more
     */
    public int missedOffers() {
        return presence.missedOffers();
    }

    /**
     * When something has to happen to them by itself, null for nothing.
     *
     * @return the moment
     */
    public @Nullable Instant dueAt() {
        return presence.dueAt();
    }

    /**
     * Whether new work may be offered at a moment, as far as presence goes.
     *
     * @param now the moment
     * @return true when online and alive
     */
    public boolean isRoutable(Instant now) {
        return routableUntil().isAfter(now);
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
     * The share of the limit that is in use, by which loads are compared.
     *
     * @return 0 for nothing; for agents without a limit, what they hold against a very large one
     */
    public double load() {
        return max == 0 ? 1 : (double) used / max;
    }

    /**
     * The same agent with other slots in use: for stores.
     *
     * @param used how many units they hold
     * @param lastAssignedAt when they last took a slot
     * @param lastReleasedAt when they last gave one back
     * @return a copy under the same version
     */
    public Agent holding(int used, Instant lastAssignedAt, Instant lastReleasedAt) {
        return new Agent(profile, version, max, presence, used, lastAssignedAt, lastReleasedAt);
    }

    /**
     * The next version of the agent.
     *
     * @param profile what is known of them now
     * @param max how many units they may hold now
     * @param presence whether they are there now
     * @return a copy under the next version
     */
    public Agent next(AgentProfile profile, int max, Presence presence) {
        return new Agent(profile, version + 1, max, presence, used, lastAssignedAt, lastReleasedAt);
    }
}
