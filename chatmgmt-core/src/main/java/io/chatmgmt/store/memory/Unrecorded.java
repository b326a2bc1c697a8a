package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The conversations whose journals have rows that are not counted yet, in the order in which they came. Thread-safe. */
final class Unrecorded {

    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** Notes, under the conversation's lock, that it has a new row. */
    void note(Entry entry) {
        if (!entry.unrecorded) {
            entry.unrecorded = true;
            entries.add(entry);
        }
    }

    /** Notes, under the conversation's lock, that all of its rows are counted, or gone. */
    void remove(Entry entry) {
        if (entry.unrecorded) {
            entry.unrecorded = false;
            entries.remove(entry);
        }
    }

    List<ConversationId> ids(int limit) {
        List<ConversationId> ids = new ArrayList<>();
        for (Iterator<Entry> each = entries.iterator(); each.hasNext() && ids.size() < limit; ) {
            ids.add(each.next().id);
        }
        return ids;
    }
}
