package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.examples.report.DecisionLog;
import io.chatmgmt.testkit.MutableClock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time of a replay, and which turn is being played: each thread has its own, so that one may be a little ahead of
 * another. Thread-safe.
 */
final class VirtualTime implements InstantSource {

    private final ThreadLocal<Lane> lanes = ThreadLocal.withInitial(Lane::new);

    /** Where one thread is. */
    private static final class Lane {

        private final MutableClock clock = MutableClock.at(Instant.EPOCH);
        private @Nullable ConversationId conversation;
        private int turn;
    }

    @Override
    public Instant instant() {
        return lanes.get().clock.instant();
    }

    /** Goes to a moment that no turn belongs to. */
    void set(Instant moment) {
        Lane lane = lanes.get();
        lane.clock.set(moment);
        lane.conversation = null;
    }

    /** Goes to the moment of a turn. */
    void set(Instant moment, ConversationId conversation, int turn) {
        Lane lane = lanes.get();
        lane.clock.set(moment);
        lane.conversation = conversation;
        lane.turn = turn;
    }

    /** The turn of a conversation that causes what this thread does now, {@link DecisionLog#NO_TURN} for none. */
    int turnOf(ConversationId conversation) {
        Lane lane = lanes.get();
        return conversation.equals(lane.conversation) ? lane.turn : DecisionLog.NO_TURN;
    }
}
