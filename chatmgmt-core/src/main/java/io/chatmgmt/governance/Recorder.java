package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
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
 * conversation, and lets the quality be scored. What it needs to remember of a conversation it makes from the journal again
 * where it does not have it any more, so nothing is lost with a node. Thread-safe; any number of nodes may do it at the
 * same time.
 */
final class Recorder {

    private static final int PAGE = 200;
    private static final int MOST_TALKS = 10_000;
    private static final Records NOWHERE = (measure, dimension, slice, quarter, count, value) -> {};

    private final GovernanceStore store;
    private final QualityWatch quality;
    private final Map<ConversationId, RecordedTalk> talks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, RecordedTalk> eldest) {
            return size() > MOST_TALKS;
        }
    };

    Recorder(GovernanceStore store, QualityWatch quality) {
        this.store = store;
        this.quality = quality;
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

    /** Counts the rows of one conversation. */
    void record(ConversationId id) {
        Conversation row = store.find(id).orElse(null);
        if (row == null) {
            return;
        }
        long recorded = store.recorded(id);
        RecordedTalk talk = talkAt(recorded, row);
        List<JournalRow> rows = store.journal(id, recorded, PAGE);
        while (!rows.isEmpty()) {
            RecordedRows records = new RecordedRows();
            rows.forEach(each -> talk.hear(each, records));
            quality.look(talk, rows);
            if (!store.record(new Recording(id, recorded, talk.version(), records))) {
                return;
            }
            recorded = talk.version();
            rows = store.journal(id, recorded, PAGE);
        }
        keep(talk);
    }

    /** A talk as it was after a version of its conversation. */
    private RecordedTalk talkAt(long version, Conversation row) {
        RecordedTalk known = take(row.id());
        if (known != null && known.version() == version) {
            return known;
        }
        RecordedTalk talk = new RecordedTalk(store, row.id(), row.customer().id());
        while (talk.version() < version) {
            int page = (int) Math.min(PAGE, version - talk.version());
            store.journal(row.id(), talk.version(), page).forEach(each -> talk.hear(each, NOWHERE));
        }
        return talk;
    }

    /** A talk as it is now, for whoever wants to know how good it is so far. */
    RecordedTalk talk(Conversation row) {
        RecordedTalk talk = new RecordedTalk(store, row.id(), row.customer().id());
        List<JournalRow> rows = store.journal(row.id(), 0, PAGE);
        while (!rows.isEmpty()) {
            rows.forEach(each -> talk.hear(each, NOWHERE));
            rows = store.journal(row.id(), talk.version(), PAGE);
        }
        return talk;
    }

    private synchronized @Nullable RecordedTalk take(ConversationId id) {
        return talks.remove(id);
    }

    private synchronized void keep(RecordedTalk talk) {
        talks.put(talk.id(), talk);
    }
}
