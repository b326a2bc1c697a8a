package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.ConversationId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The conversations whose journals have rows that are not counted yet, in the order in which they came. Thread-safe; its
 * monitor is taken last, and held for a moment.
 */
final class Unrecorded {

    // a set, because a conversation that is dropped leaves from the midst of all that nobody has counted
    private final Set<Entry> entries = new LinkedHashSet<>();

    /** Notes, under the conversation's lock, that it has a new row. */
    void note(Entry entry) {
        if (!entry.unrecorded) {
            entry.unrecorded = true;
            synchronized (entries) {
                entries.add(entry);
            }
        }
    }

    /** Notes, under the conversation's lock, that all of its rows are counted, or gone. */
    void remove(Entry entry) {
        if (entry.unrecorded) {
            entry.unrecorded = false;
            synchronized (entries) {
                entries.remove(entry);
            }
        }
    }

    List<ConversationId> ids(int limit) {
        List<ConversationId> ids = new ArrayList<>();
        synchronized (entries) {
            for (Iterator<Entry> each = entries.iterator(); each.hasNext() && ids.size() < limit; ) {
                ids.add(each.next().id);
            }
        }
        return ids;
    }
}
