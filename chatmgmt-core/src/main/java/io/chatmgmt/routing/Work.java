package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for an agent, as the router sees it. Immutable.
 *
 * @param id which conversation
 * @param version the version of the row that says so
 * @param openedAt when it began, by which equal places in the queue are ordered
 * @param handoff the handoff
 * @param demand what it asks for
 * @param rung how much it has given up of what it asked for, 0 for nothing
 * @param lastAgent who had the customer last, null for nobody or when that does not count any more
 */
public record Work(
        ConversationId id,
        long version,
        Instant openedAt,
        Handoff handoff,
        Demand demand,
        int rung,
        @Nullable AgentId lastAgent)
        implements Comparable<Work> {

    /** Checks for nulls. */
    public Work {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(demand, "demand");
    }

    /**
     * A waiting conversation.
     *
     * @param policy the policy that holds
     * @param row its row, with a handoff
     * @param handoff the handoff
     * @param now the moment
     * @return the work
     */
    public static Work of(RoutingPolicy policy, Conversation row, Handoff handoff, Instant now) {
        int rung = policy.rule(handoff.queue()).ladder().rung(handoff.waitsSince(), now);
        String customerRegion = row.customer().region();
        boolean stays = !policy.rules().lastAgentFirst().isZero() && rung < Ladder.ANY_PREFERENCE;
        return new Work(
                row.id(),
                row.version(),
                row.openedAt(),
                handoff,
                Demand.of(policy, handoff.queue(), row.language().tag(), customerRegion, rung),
                rung,
                stays ? row.episode().history().lastAgent() : null);
    }

    /** In the order of serving: by key, then by age, then by id. */
    @Override
    public int compareTo(Work other) {
        int order = handoff.orderKey().compareTo(other.handoff.orderKey());
        if (order == 0) {
            order = openedAt.compareTo(other.openedAt);
        }
        return order == 0 ? id.value().compareTo(other.id.value()) : order;
    }
}
