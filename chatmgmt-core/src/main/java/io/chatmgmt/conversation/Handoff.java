package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a conversation from the AI to a person, while it lasts. Immutable.
 *
 * @param number its number within the conversation, from 1
 * @param state how far it has come
 * @param mode whether the AI is silent meanwhile
 * @param queue where it waits, or waited
 * @param priority how urgent it is
 * @param enqueuedAt since when the customer has been waiting; kept by declines, time-outs and transfers
 * @param orderKey its place in the queue, constant in time: {@code enqueuedAt} minus the priority's head start
 * @param weight how much of an agent's capacity it takes
 * @param offer the live offer, null when there is none
 * @param refusals who declined or missed it, at most {@value #MAX_REFUSALS}
 * @param expiresAt when an invitation ends by itself, null when it does not
 */
public record Handoff(
        int number,
        HandoffState state,
        HandoffMode mode,
        String queue,
        Priority priority,
        Instant enqueuedAt,
        Instant orderKey,
        int weight,
        @Nullable Offer offer,
        List<Refusal> refusals,
        @Nullable Instant expiresAt) {

    /** The most refusals that are remembered; the oldest are forgotten. */
    public static final int MAX_REFUSALS = 8;

    /** Checks the parts and copies the refusals. */
    public Handoff {
        Bounds.positive(number, "number");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(mode, "mode");
        Bounds.identifier(queue, "queue");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(enqueuedAt, "enqueuedAt");
        Objects.requireNonNull(orderKey, "orderKey");
        Bounds.positive(weight, "weight");
        refusals = List.copyOf(refusals);
    }

    /**
     * Whether the conversation still waits for somebody to take it.
     *
     * @return true while queued or offered
     */
    public boolean isWaiting() {
        return state == HandoffState.QUEUED || state == HandoffState.OFFERED;
    }

    /**
     * Whether an agent is left out at the moment, because of a refusal.
     *
     * @param agent the agent
     * @param now the moment
     * @return true within the cool-down
     */
    public boolean isCoolingDown(AgentId agent, Instant now) {
        for (Refusal refusal : refusals) {
            if (refusal.agent().equals(agent) && now.isBefore(refusal.until())) {
                return true;
            }
        }
        return false;
    }

    Handoff offered(Offer offer) {
        return with(HandoffState.OFFERED, offer, refusals);
    }

    Handoff requeued(@Nullable Refusal refusal) {
        if (refusal == null) {
            return with(HandoffState.QUEUED, null, refusals);
        }
        List<Refusal> next = new ArrayList<>(refusals);
        next.removeIf(earlier -> earlier.agent().equals(refusal.agent()));
        next.add(refusal);
        return with(HandoffState.QUEUED, null, next.size() > MAX_REFUSALS ? next.subList(1, next.size()) : next);
    }

    Handoff in(HandoffState state) {
        return with(state, null, refusals);
    }

    Handoff raised(Priority priority, Instant orderKey) {
        return new Handoff(
                number, state, mode, queue, priority, enqueuedAt, orderKey, weight, offer, refusals, expiresAt);
    }

    private Handoff with(HandoffState state, @Nullable Offer offer, List<Refusal> refusals) {
        return new Handoff(
                number, state, mode, queue, priority, enqueuedAt, orderKey, weight, offer, refusals, expiresAt);
    }
}
