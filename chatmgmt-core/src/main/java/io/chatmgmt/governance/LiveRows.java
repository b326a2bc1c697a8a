package io.chatmgmt.governance;

import io.chatmgmt.store.LiveCursor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable.
 *
 * @param rows the conversations, in the order asked for
 * @param cursor where the next page begins, null at the end
 */
public record LiveRows(List<LiveRow> rows, @Nullable LiveCursor cursor) {

    /** Copies the rows. */
    public LiveRows {
        rows = List.copyOf(rows);
    }

    /**
     * Where the next page begins.
     *
     * @return empty at the end
     */
    public Optional<LiveCursor> next() {
        return Optional.ofNullable(cursor);
    }
}
