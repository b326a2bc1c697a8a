package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * How many agents a filter left out. Immutable.
 *
 * @param filter which filter
 * @param agents how many
 */
public record FilterCount(RoutingFilter filter, int agents) {

    /** Checks the range. */
    public FilterCount {
        Objects.requireNonNull(filter, "filter");
        Bounds.positive(agents, "agents");
    }
}
