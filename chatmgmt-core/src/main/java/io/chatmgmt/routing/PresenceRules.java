package io.chatmgmt.routing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What time does to the presence of agents. Pure. */
public final class PresenceRules {

    private PresenceRules() {}

    /**
     * Sets the times of an agent: until when they are routable, and when to look again. An absence that has ended is
     * over, heartbeats that have stopped for longer than the grace make the agent lost.
     *
     * @param presence what was last known
     * @param expiry when the next of the agent's skills ends, null when all stay
     * @param shift what the agent's calendar says about the moment
     * @param policy the policy that holds
     * @param now the moment
     * @return the presence from now on
     */
    public static Presence settle(
            Presence presence, @Nullable Instant expiry, Shift shift, RoutingPolicy policy, Instant now) {
        Presence current = presence;
        Instant back = current.awayUntil();
        if (current.status().isAway() && back != null && !now.isBefore(back)) {
            current = current.choosing(AgentStatus.ONLINE, "", null);
        }
        HandoffRules rules = policy.rules();
        boolean lost = current.isLost(now, rules.lostAfter());
        if (lost && rules.onAgentLost() != HandoffRules.AgentLost.KEEP && current.freeing() == Presence.Freeing.NONE) {
            current = current.freeing(Presence.Freeing.PENDING);
        }
        return current.routable(
                routableUntil(current, shift, now), earlier(dueAt(current, shift, rules.lostAfter(), now), expiry));
    }

    private static Instant routableUntil(Presence presence, Shift shift, Instant now) {
        boolean there = presence.employment() == Presence.Employment.ACTIVE
                && presence.status() == AgentStatus.ONLINE
                && shift.isOpen()
                && presence.aliveUntil().isAfter(now);
        if (!there) {
            return Instant.EPOCH;
        }
        Instant closing = shift.until();
        return closing != null && closing.isBefore(presence.aliveUntil()) ? closing : presence.aliveUntil();
    }

    private static @Nullable Instant dueAt(Presence presence, Shift shift, Duration grace, Instant now) {
        if (presence.freeing() == Presence.Freeing.PENDING) {
            return now;
        }
        Instant due = presence.status().isAway() ? presence.awayUntil() : null;
        Instant until = presence.thereUntil();
        if (until != null && !presence.isLost(now, grace)) {
            due = earlier(due, until.plus(grace));
        }
        return presence.status() == AgentStatus.ONLINE ? earlier(due, shift.until()) : due;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
