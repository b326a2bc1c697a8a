package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.metrics.ConversationTally;
import io.chatmgmt.metrics.RecordedRows;
import io.chatmgmt.metrics.Records;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pass after the commit: counts the journal rows that are not counted yet, in order of version, conversation by
 * conversation. What it needs to remember of a conversation it makes from the journal again where it does not have it any
 * more, so nothing is lost with a node. Thread-safe; any number of nodes may do it at the same time.
 */
final class Recorder {

    private static final int PAGE = 200;
    private static final int MOST_TALLIES = 10_000;
    private static final Records NOWHERE = (measure, dimension, slice, quarter, count, value) -> {};

    private final GovernanceStore store;
    private final Map<ConversationId, ConversationTally> tallies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, ConversationTally> eldest) {
            return size() > MOST_TALLIES;
        }
    };

    Recorder(GovernanceStore store) {
        this.store = store;
    }

    /**
     * Counts the rows of some conversations.
     *
     * @param limit how many conversations at most
     * @return how many it was
     */
    int record(int limit) {
        List<ConversationId> waiting = store.unrecorded(limit);
        waiting.forEach(this::record);
        return waiting.size();
    }

    private void record(ConversationId id) {
        Conversation row = store.find(id).orElse(null);
        if (row == null) {
            return;
        }
        long recorded = store.recorded(id);
        ConversationTally tally = tallyAt(recorded, row);
        List<JournalRow> rows = store.journal(id, recorded, PAGE);
        while (!rows.isEmpty()) {
            RecordedRows records = new RecordedRows();
            rows.forEach(each -> tally.record(each, records));
            if (!store.record(new Recording(id, recorded, tally.version(), records))) {
                return;
            }
            recorded = tally.version();
            rows = store.journal(id, recorded, PAGE);
        }
        keep(tally);
    }

    private ConversationTally tallyAt(long version, Conversation row) {
        ConversationTally known = take(row.id());
        if (known != null && known.version() == version) {
            return known;
        }
        ConversationTally tally = new ConversationTally(row.id(), row.customer().id());
        while (tally.version() < version) {
            int page = (int) Math.min(PAGE, version - tally.version());
            store.journal(row.id(), tally.version(), page).forEach(each -> tally.record(each, NOWHERE));
        }
        return tally;
    }

    private synchronized @Nullable ConversationTally take(ConversationId id) {
        return tallies.remove(id);
    }

    private synchronized void keep(ConversationTally tally) {
        tallies.put(tally.id(), tally);
    }
}
