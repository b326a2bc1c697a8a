package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * What a commit does to an agent's capacity, in the same transaction as the conversation's row.
 *
 * <p>Immutable.
 */
public sealed interface SlotChange {

    /**
     * Whose capacity changes.
     *
     * @return the agent
     */
    AgentId agent();

    /**
     * By how much.
     *
     * @return the weight, at least 1
     */
    int weight();

    /**
     * Takes a slot only when the agent has room and may get work at that moment; else the whole commit is refused.
     *
     * @param agent whose
     * @param weight how much
     * @param at the moment at which the agent must be routable
     */
    record Take(AgentId agent, int weight, Instant at) implements SlotChange {

        /** Checks the weight. */
        public Take {
            Objects.requireNonNull(agent, "agent");
            Bounds.positive(weight, "weight");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Takes a slot whatever the limit says: a person chose to. Refused only when the agent does not exist.
     *
     * @param agent whose
     * @param weight how much
     */
    record Force(AgentId agent, int weight) implements SlotChange {

        /** Checks the weight. */
        public Force {
            Objects.requireNonNull(agent, "agent");
            Bounds.positive(weight, "weight");
        }
    }

    /**
     * Gives a slot back.
     *
     * @param agent whose
     * @param weight how much
     */
    record Release(AgentId agent, int weight) implements SlotChange {

        /** Checks the weight. */
        public Release {
            Objects.requireNonNull(agent, "agent");
            Bounds.positive(weight, "weight");
        }
    }
}
