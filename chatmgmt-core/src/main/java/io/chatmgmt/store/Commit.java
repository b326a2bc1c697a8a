package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Text;
import java.util.List;

/**
 * One atomic change: the conversation's next row, its journal row, what people wrote, and the slots that agents take or
 * give back. All of it takes effect, or nothing. Immutable.
 *
 * @param row the conversation from now on; its version is the expected current one plus one, 1 for a new conversation
 * @param journal what happened; names the same conversation and version
 * @param texts what people wrote, in order of number; all numbers are above those that the conversation has already
 * @param slots what it does to the capacity of agents
 */
public record Commit(Conversation row, JournalRow journal, List<Text> texts, List<SlotChange> slots) {

    /** Checks that the parts belong together, and copies. */
    public Commit {
        if (!row.id().equals(journal.conversation()) || row.version() != journal.version()) {
            throw new IllegalArgumentException("row and journal must name the same conversation and version: "
                    + row.id() + " version " + row.version() + ", " + journal.conversation() + " version "
                    + journal.version());
        }
        texts = List.copyOf(texts);
        for (int i = 1; i < texts.size(); i++) {
            if (texts.get(i).number() <= texts.get(i - 1).number()) {
                throw new IllegalArgumentException("texts must be in order of number: "
                        + texts.get(i - 1).number() + ", " + texts.get(i).number());
            }
        }
        slots = List.copyOf(slots);
    }

    /**
     * Whether all texts that the conversation has are to be left without words.
     *
     * @return true when its journal row tells of an erasure
     */
    public boolean isErasure() {
        return journal.find(LifecycleEvent.Erased.class).isPresent();
    }

    /**
     * The version that must be current for the commit to succeed.
     *
     * @return 0 when the conversation must not exist yet
     */
    public long expectedVersion() {
        return row.version() - 1;
    }
}
