package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Text;
import java.util.List;
import java.util.Optional;

/**
 * Keeps conversations: their rows, journals and texts. Implementations are thread-safe, and visible at once to every
 * node that shares them. Contract suite: {@code ConversationStoreContract} in the test-jar.
 */
public interface ConversationStore {

    /**
     * The current row of a conversation.
     *
     * @param id which
     * @return empty when there is none
     */
    Optional<Conversation> find(ConversationId id);

    /**
     * A row of a conversation that may be behind the current one, where that is faster: good enough to decide on what is
     * then committed, because a commit names the version that it saw. What is not committed must be decided on
     * {@link #find}.
     *
     * @param id which
     * @return empty when there is none; the current row unless a store says otherwise
     */
    default Optional<Conversation> findRecent(ConversationId id) {
        return find(id);
    }

    /**
     * Whether what this thread would do now becomes part of a transaction of the host, which may still be rolled back.
     *
     * @return false for stores that know no such thing
     */
    default boolean isInHostTransaction() {
        return false;
    }

    /**
     * Makes one atomic change. Checked in this order: a command key that the conversation's journal has already answers
     * {@link CommitOutcome.Repeated}; a version that is not the expected one answers {@link CommitOutcome.Moved}; a slot
     * that cannot be taken answers {@link CommitOutcome.SlotRefused}. In these cases nothing has changed. A
     * {@link SlotChange.Take} succeeds only while {@code used + weight <= max} and {@code routableUntil > at}; a
     * {@link SlotChange.Force} whenever the agent exists; a {@link SlotChange.Release} always, and never below zero. One
     * that {@linkplain Commit#isErasure() erases} leaves all texts of the conversation without words.
     *
     * @param commit the change
     * @return what became of it
     * @throws StoreFullException when a bounded store has no room for another conversation
     */
    CommitOutcome commit(Commit commit);

    /**
     * The journal row that a command made.
     *
     * @param id the conversation
     * @param commandKey the command's key
     * @return empty when the conversation's journal does not have it
     */
    Optional<JournalRow> findCommand(ConversationId id, String commandKey);

    /**
     * A stretch of a journal.
     *
     * @param id the conversation
     * @param afterVersion the version after which to begin, 0 for the beginning
     * @param limit how many rows at most, 1 or more
     * @return the rows in order of version; empty at the end, and for a conversation that does not exist
     */
    List<JournalRow> journal(ConversationId id, long afterVersion, int limit);

    /**
     * A stretch of what people wrote in a conversation.
     *
     * @param id the conversation
     * @param afterNumber the number after which to begin, 0 for the beginning
     * @param limit how many texts at most, 1 or more
     * @return the texts in order of number; empty at the end, and for a conversation that does not exist
     */
    List<Text> texts(ConversationId id, int afterNumber, int limit);
}
