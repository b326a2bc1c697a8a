package io.chatmgmt.governance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether what customers were told about their wait came true, as this node has seen it since it began. Immutable.
 *
 * @param quotes how many were told of a wait and then met a person; who found a free slot was told of none
 * @param withinP90 the share of them who waited no longer than the far end of the range, null for no quotes
 * @param meanError how far the near end was off on average, null for no quotes
 * @param widening by how much the far end is stretched because it was too short lately, 1 for not at all
 * @param handleTime how long a conversation takes on average, recent ones counting more
 */
public record WaitAccuracy(
        long quotes, @Nullable Double withinP90, @Nullable Duration meanError, double widening, Duration handleTime) {}
