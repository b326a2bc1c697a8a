package io.chatmgmt.store;

import io.chatmgmt.conversation.JournalRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the journal rows that tell of reviews, over all conversations of a tenant: the override ledger and what is marked
 * for training. Few rows do; a partial index over them is enough. Implementations are thread-safe. Contract suite:
 * {@code ReviewContract} in the test-jar.
 */
public interface ReviewStore {

    /**
     * A stretch of the rows that {@linkplain JournalRow#isReview() tell of reviews}.
     *
     * @param tenant whose
     * @param from the earliest time, included
     * @param before the latest time, excluded
     * @param after the place after which to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return the rows in order of time, then of conversation, then of version
     */
    List<JournalRow> reviews(String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit);
}
