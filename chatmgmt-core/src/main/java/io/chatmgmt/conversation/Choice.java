package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an agent was chosen, in figures: what the list of all candidates boils down to. Immutable.
 *
 * @param strategy the name of the strategy that ranked those who passed all filters
 * @param rung how much the work had given up by then, 0 for nothing
 * @param candidates how many passed all filters, the chosen one included
 * @param runnerUp who would have been next, null when there was nobody else
 * @param rejected how many each filter left out; filters that left out nobody are missing
 */
public record Choice(
        String strategy, int rung, int candidates, @Nullable AgentId runnerUp, List<FilterCount> rejected) {

    /** A choice that was no choice: somebody was named, or helped themselves. */
    public static final Choice NAMED = new Choice("NAMED", 0, 1, null, List.of());

    /** Copies the counts. */
    public Choice {
        Objects.requireNonNull(strategy, "strategy");
        rejected = List.copyOf(rejected);
    }
}
