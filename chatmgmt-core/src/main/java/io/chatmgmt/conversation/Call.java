package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A waiting conversation that is shown to several agents at once: the first who accepts gets it, and only then takes a
 * slot. Immutable.
 *
 * @param number its number among the offers of the conversation, from 1
 * @param agents who may accept, at most {@value #MAX_AGENTS}
 * @param madeAt when it was made
 * @param deadline until when it is shown
 */
public record Call(int number, List<AgentId> agents, Instant madeAt, Instant deadline) {

    /** The most agents that are called at once. */
    public static final int MAX_AGENTS = 20;

    /** Checks the parts and copies the agents. */
    public Call {
        Bounds.positive(number, "number");
        agents = List.copyOf(agents);
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * The same call without one agent.
     *
     * @param agent who
     * @return a copy
     */
    Call without(AgentId agent) {
        return new Call(
                number, agents.stream().filter(each -> !each.equals(agent)).toList(), madeAt, deadline);
    }
}
