package io.chatmgmt.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a list. Immutable.
 *
 * @param tenant whose conversations
 * @param filter which of them
 * @param sort in which order
 * @param after the place after which to begin, null for the beginning
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 * @param moment the moment at which they are looked at
 */
public record LiveQuery(
        String tenant,
        LiveFilter filter,
        LiveSort sort,
        @Nullable LiveCursor after,
        int limit,
        LiveMoment moment) {

    /** The longest page. */
    public static final int MAX_LIMIT = 1_000;

    /** Checks the parts. */
    public LiveQuery {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(moment, "moment");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be within 1.." + MAX_LIMIT + ": " + limit);
        }
    }
}
