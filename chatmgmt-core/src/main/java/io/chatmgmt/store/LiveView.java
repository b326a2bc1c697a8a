package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import java.util.List;
import java.util.Objects;

/**
 * A tenant's conversations at one instant: every figure and every row in it tells of the same one. Immutable.
 *
 * @param moment the moment at which they were looked at
 * @param counts the open conversations
 * @param open what the open ones add up to
 * @param resolved what those add up to that were resolved within the span asked for
 * @param before what those add up to that were resolved within the span before it, of the same length
 * @param recent the open conversations with the latest messages, the latest first
 */
public record LiveView(
        LiveMoment moment,
        LiveCounts counts,
        LiveFigures open,
        LiveFigures resolved,
        LiveFigures before,
        List<Conversation> recent) {

    /** Checks for nulls, and copies. */
    public LiveView {
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(resolved, "resolved");
        Objects.requireNonNull(before, "before");
        recent = List.copyOf(recent);
    }
}
