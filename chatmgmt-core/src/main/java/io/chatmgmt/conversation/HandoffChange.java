package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next state of a handoff while an event is applied. Not thread-safe. */
final class HandoffChange {

    private final int number;
    private HandoffState state;
    HandoffMode mode;
    String queue;
    Priority priority;
    private final Instant enqueuedAt;
    Instant orderKey;
    private final int weight;

    @Nullable
    Offer offer;

    List<Refusal> refusals;

    @Nullable
    Instant expiresAt;

    private Instant since;

    @Nullable
    Instant takenAt;

    @Nullable
    Instant lookAt;

    @Nullable
    Instant calmedAt;

    HandoffPath path;

    @Nullable
    Call call;

    @Nullable
    WaitQuote quote;

    @Nullable
    private Instant restartedAt;

    HandoffChange(Handoff start) {
        number = start.number();
        state = start.state();
        mode = start.mode();
        queue = start.queue();
        priority = start.priority();
        enqueuedAt = start.enqueuedAt();
        orderKey = start.orderKey();
        weight = start.weight();
        offer = start.offer();
        refusals = start.refusals();
        expiresAt = start.expiresAt();
        since = start.since();
        takenAt = start.takenAt();
        lookAt = start.lookAt();
        calmedAt = start.calmedAt();
        path = start.path();
        call = start.call();
        quote = start.quote();
        restartedAt = start.restartedAt();
    }

    void enter(HandoffState state, Instant at) {
        this.state = state;
        this.since = at;
    }

    /** It waits anew, here. */
    void restart(Instant at) {
        restartedAt = at;
    }

    void refuse(Refusal refusal) {
        List<Refusal> next = new ArrayList<>(refusals);
        next.removeIf(earlier -> earlier.agent().equals(refusal.agent()));
        next.add(refusal);
        refusals = next.size() > Handoff.MAX_REFUSALS ? next.subList(1, next.size()) : next;
    }

    Handoff made() {
        return new Handoff(
                number,
                state,
                mode,
                queue,
                priority,
                enqueuedAt,
                orderKey,
                weight,
                offer,
                refusals,
                expiresAt,
                since,
                takenAt,
                lookAt,
                calmedAt,
                path,
                call,
                quote,
                restartedAt);
    }
}
