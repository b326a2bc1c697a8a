package io.chatmgmt.store;

import io.chatmgmt.conversation.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many conversations are open, by what they show and what they need, all at one instant. Immutable.
 *
 * @param byStatus the open conversations by status; statuses that none has are absent
 * @param byNeed the open conversations by what they need from people; a conversation may need several things
 * @param oldestWaiting since when the customer has been waiting who waits longest, null when none waits
 * @param oldestQueued since when the conversation has been in a queue that has been longest, null when none is
 */
public record LiveCounts(
        Map<Status, Integer> byStatus,
        Map<LiveNeed, Integer> byNeed,
        @Nullable Instant oldestWaiting,
        @Nullable Instant oldestQueued) {

    /** No conversation at all. */
    public static final LiveCounts NONE = new LiveCounts(Map.of(), Map.of(), null, null);

    /** Copies the maps; what is zero is left out. */
    public LiveCounts {
        byStatus = withoutZeros(byStatus, Status.class);
        byNeed = withoutZeros(byNeed, LiveNeed.class);
    }

    private static <K extends Enum<K>> Map<K, Integer> withoutZeros(Map<K, Integer> counts, Class<K> type) {
        Map<K, Integer> copy = new EnumMap<>(type);
        counts.forEach((key, count) -> {
            if (count != 0) {
                copy.put(key, count);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /**
     * All conversations that are not resolved.
     *
     * @return the sum over the statuses
     */
    public int open() {
        int open = 0;
        for (int count : byStatus.values()) {
            open += count;
        }
        return open;
    }

    /**
     * The open conversations of a status.
     *
     * @param status which
     * @return how many
     */
    public int of(Status status) {
        return byStatus.getOrDefault(status, 0);
    }

    /**
     * The open conversations that need something.
     *
     * @param need what
     * @return how many
     */
    public int of(LiveNeed need) {
        return byNeed.getOrDefault(need, 0);
    }

    /**
     * Since when the customer has been waiting who waits longest.
     *
     * @return empty when none waits
     */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(oldestWaiting);
    }

    /**
     * Since when the conversation has been in a queue that has been longest.
     *
     * @return empty when none is
     */
    public Optional<Instant> queuedSince() {
        return Optional.ofNullable(oldestQueued);
    }
}
