package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;

/**
 * Hears what happened, after it has been committed, in the thread that caused it. Best effort: what a listener throws is
 * logged and dropped, and what must not be missed belongs into the store. Implementations are thread-safe and quick.
 */
public interface GovernanceListener {

    /**
     * A conversation changed.
     *
     * @param row what happened
     * @param conversation the conversation after it
     */
    default void onCommitted(JournalRow row, Conversation conversation) {}
}
