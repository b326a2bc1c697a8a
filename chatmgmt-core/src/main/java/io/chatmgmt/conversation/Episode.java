package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One matter of a conversation, from its opening to its resolution: what metrics, surveys and targets belong to.
 * Immutable.
 *
 * @param number from 1; grows at every reopening
 * @param kind how it began
 * @param openedAt when it began
 * @param history what was known of the customer's earlier episodes then
 * @param counts its messages so far
 * @param handoffs how many handoffs it had
 * @param resolution how it ended, null while it lasts
 * @param resolvedAt when it ended, null while it lasts
 * @param rating the customer's rating, 1 to 5; 0 while there is none
 */
public record Episode(
        int number,
        Kind kind,
        Instant openedAt,
        CustomerHistory history,
        MessageCounts counts,
        int handoffs,
        @Nullable Resolution resolution,
        @Nullable Instant resolvedAt,
        int rating) {

    /** How an episode began. */
    public enum Kind {
        /** The conversation began. */
        FIRST,
        /** The customer came back with something. */
        REOPENED,
        /** The customer came back so soon that the earlier resolution does not count. */
        CONTINUATION
    }

    /** Checks the parts. */
    public Episode {
        Bounds.positive(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(counts, "counts");
    }

    Episode with(MessageCounts counts) {
        return new Episode(number, kind, openedAt, history, counts, handoffs, resolution, resolvedAt, rating);
    }

    Episode handedOff() {
        return new Episode(number, kind, openedAt, history, counts, handoffs + 1, resolution, resolvedAt, rating);
    }

    Episode resolved(Resolution resolution, Instant at) {
        return new Episode(number, kind, openedAt, history, counts, handoffs, resolution, at, rating);
    }

    Episode rated(int rating) {
        return new Episode(number, kind, openedAt, history, counts, handoffs, resolution, resolvedAt, rating);
    }
}
