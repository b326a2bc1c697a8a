package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: by a key, with the conversation's id breaking ties in ascending order. Conversations without the
 * key come last in both directions. Immutable.
 *
 * @param key what is compared
 * @param direction which end comes first
 */
public record LiveSort(Key key, Direction direction) {

    /** The rank of a conversation that does not have the key. */
    public static final long ABSENT = Long.MAX_VALUE;

    /** What conversations are ordered by. A key changes only when the conversation does, never because time passes. */
    public enum Key {
        /** When the current episode began: its age. */
        OPENED {
            @Override
            long value(Conversation row) {
                return micros(row.episode().openedAt());
            }
        },
        /** When the customer last wrote or could last read something new. */
        LAST_MESSAGE {
            @Override
            long value(Conversation row) {
                return micros(row.lastMessageAt());
            }
        },
        /** Since when the customer has been waiting. */
        WAITING {
            @Override
            long value(Conversation row) {
                return micros(row.waitingSince());
            }
        },
        /** Since when it has been waiting in a queue. */
        QUEUED {
            @Override
            long value(Conversation row) {
                Handoff handoff = row.handoff();
                return handoff == null || !handoff.isWaiting() ? ABSENT : micros(handoff.enqueuedAt());
            }
        },
        /** When the held answer runs out of time. */
        HOLD_DEADLINE {
            @Override
            long value(Conversation row) {
                HeldAnswer held = row.ai().held();
                return held == null ? ABSENT : micros(held.deadline());
            }
        },
        /** The confidence of the latest answer that told one. */
        CONFIDENCE {
            @Override
            long value(Conversation row) {
                double last = row.confidence().last();
                return Double.isNaN(last) ? ABSENT : Double.doubleToLongBits(last);
            }
        };

        /** The key as a number that orders like it: microseconds since 1970, or the bits of a double. */
        abstract long value(Conversation row);
    }

    /** Which end of the order comes first. */
    public enum Direction {
        /** The earliest, or least, comes first. */
        ASCENDING,
        /** The latest, or greatest, comes first. */
        DESCENDING
    }

    /** Checks for nulls. */
    public LiveSort {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(direction, "direction");
    }

    /**
     * The least first.
     *
     * @param key what is compared
     * @return the order
     */
    public static LiveSort ascending(Key key) {
        return new LiveSort(key, Direction.ASCENDING);
    }

    /**
     * The greatest first.
     *
     * @param key what is compared
     * @return the order
     */
    public static LiveSort descending(Key key) {
        return new LiveSort(key, Direction.DESCENDING);
    }

    /**
     * Where a conversation stands: the lower, the earlier in the list.
     *
     * @param row the conversation
     * @return its rank, {@link #ABSENT} when it does not have the key
     */
    public long rank(Conversation row) {
        return rank(key.value(row));
    }

    /**
     * Where a key stands: the lower, the earlier in the list.
     *
     * @param value the key as a number
     * @return its rank
     */
    public long rank(long value) {
        return value == ABSENT || direction == Direction.ASCENDING ? value : ~value;
    }

    private static long micros(@Nullable Instant at) {
        return at == null ? ABSENT : at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
