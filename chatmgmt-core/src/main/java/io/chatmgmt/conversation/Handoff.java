package io.chatmgmt.conversation;

import java.time.Instant;
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
 * @param since since when it is in its state
 * @param takenAt when a person first took it, null while nobody has
 * @param lookAt when to look at it again, because something ends or begins then; null for nothing
 * @param calmedAt when the customer was last asked for patience, null for not yet
 * @param path where it has been
 * @param call who it is shown to without anybody's slot being taken, null for nobody
 * @param quote how long the customer was told that it takes, null when nobody could tell
 * @param restartedAt since when it waits in this queue, where that is later than {@code enqueuedAt}: because it came from
 *     another queue, or an agent had it meanwhile; else null
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
        @Nullable Instant expiresAt,
        Instant since,
        @Nullable Instant takenAt,
        @Nullable Instant lookAt,
        @Nullable Instant calmedAt,
        HandoffPath path,
        @Nullable Call call,
        @Nullable WaitQuote quote,
        @Nullable Instant restartedAt) {

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
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(path, "path");
    }

    /**
     * A handoff that waits, and of which nothing has come yet.
     *
     * @param number its number within the conversation
     * @param mode whether the AI is silent meanwhile
     * @param queue where it waits
     * @param priority how urgent it is
     * @param enqueuedAt since when the customer has been waiting
     * @param orderKey its place in the queue
     * @param weight how much of an agent's capacity it takes
     * @return the handoff
     */
    public static Handoff waiting(
            int number,
            HandoffMode mode,
            String queue,
            Priority priority,
            Instant enqueuedAt,
            Instant orderKey,
            int weight) {
        return new Handoff(
                number,
                HandoffState.QUEUED,
                mode,
                queue,
                priority,
                enqueuedAt,
                orderKey,
                weight,
                null,
                List.of(),
                null,
                enqueuedAt,
                null,
                null,
                null,
                HandoffPath.NONE,
                null,
                null,
                null);
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
     * Since when it waits in the queue that it is in: what queues promise, and what work gives up in time, counts from
     * here, while its place in line keeps the old age.
     *
     * @return {@code enqueuedAt} unless it came later from elsewhere
     */
    public Instant waitsSince() {
        return restartedAt == null ? enqueuedAt : restartedAt;
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

    /**
     * When something happens to it by itself next.
     *
     * @return the earliest of the offer's deadline, the invitation's end and when to look at it again; null for nothing
     */
    @Nullable
    Instant dueAt() {
        Instant due = offer == null ? null : offer.deadline();
        due = earlier(due, isWaiting() ? expiresAt : null);
        return earlier(due, lookAt);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    HandoffChange change() {
        return new HandoffChange(this);
    }

    Handoff offered(Offer offer, Instant at) {
        HandoffChange change = change();
        change.offer = offer;
        if (state == HandoffState.QUEUED) {
            change.enter(HandoffState.OFFERED, at);
        }
        return change.made();
    }

    /** Nobody has the offer any more; one that an agent has stays with that agent. */
    Handoff unoffered(@Nullable Refusal refusal, Instant at) {
        HandoffChange change = change();
        if (refusal != null) {
            change.refuse(refusal);
        }
        if (offer == null && call != null && refusal != null) {
            Call rest = call.without(refusal.agent());
            boolean over = rest.agents().isEmpty();
            change.call = over ? null : rest;
            change.path = over ? path.refused() : path;
            return change.made();
        }
        change.path = refusal == null ? path : path.refused();
        change.offer = null;
        if (state == HandoffState.OFFERED) {
            change.enter(HandoffState.QUEUED, at);
        }
        return change.made();
    }

    Handoff raised(Priority priority, Instant orderKey) {
        HandoffChange change = change();
        change.priority = priority;
        change.orderKey = orderKey;
        return change.made();
    }
}
