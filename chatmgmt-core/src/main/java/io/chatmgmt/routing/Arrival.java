package io.chatmgmt.routing;

import java.time.Instant;
import java.util.Objects;

/**
 * A conversation that is about to wait, as its queue sees it. Immutable.
 *
 * @param language its language, a BCP 47 tag; empty for any
 * @param region the region of the customer, empty when unknown
 * @param weight how much of an agent's capacity it takes
 * @param orderKey its place in line, see {@link RoutingPolicy#orderKey}
 */
public record Arrival(String language, String region, int weight, Instant orderKey) {

    /** Checks for nulls. */
    public Arrival {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(orderKey, "orderKey");
    }
}
