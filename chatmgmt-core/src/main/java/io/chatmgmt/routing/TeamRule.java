package io.chatmgmt.routing;

import java.util.Objects;

/**
 * How one team works; its members are the agents who name it. Immutable.
 *
 * @param capacity how many units a member may hold who inherits
 * @param fallback the team that helps out when nobody of this one is there, empty for none
 */
public record TeamRule(Capacity capacity, String fallback) {

    /** As much as the policy says, and nobody helps out. */
    public static final TeamRule DEFAULT = new TeamRule(Capacity.INHERIT, "");

    /** Checks for nulls. */
    public TeamRule {
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(fallback, "fallback");
    }
}
