package io.chatmgmt.store;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Totals;
import java.util.List;

/**
 * Keeps what has been counted, and knows which journal rows have not been yet. A journal row is born uncounted, in the
 * commit that writes it; it is counted later, in a transaction of its own, together with its effect on the rollups, so
 * that each row has its effect once, whatever crashes. Implementations are thread-safe.
 */
public interface RollupStore {

    /**
     * The conversations of all tenants whose journals have rows that are not counted yet.
     *
     * @param limit how many at most, 1 or more
     * @return about in the order in which they came to have some
     */
    List<ConversationId> unrecorded(int limit);

    /**
     * The version up to which the journal of a conversation is counted.
     *
     * @param id which
     * @return 0 for nothing yet, and for a conversation that does not exist
     */
    long recorded(ConversationId id);

    /**
     * Counts a stretch of a journal.
     *
     * @param recording what it counts for
     * @return false when somebody else has counted meanwhile, or the journal has no such rows: nothing has changed
     */
    boolean record(Recording recording);

    /**
     * What has been counted.
     *
     * @param query which measures, and in which stretches of time
     * @return the totals of each stretch, the earliest first
     */
    List<Totals> totals(RollupQuery query);
}
