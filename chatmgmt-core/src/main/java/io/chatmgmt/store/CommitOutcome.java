package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import org.jspecify.annotations.Nullable;

/** What became of a {@link Commit}. Losing a race is an outcome, not an exception. Immutable. */
public sealed interface CommitOutcome {

    /** It took effect, whole. */
    record Committed() implements CommitOutcome {

        /** The only instance that is needed. */
        public static final Committed INSTANCE = new Committed();
    }

    /**
     * Nothing took effect: another commit came first.
     *
     * @param current the conversation as it is now, null when it does not exist
     */
    record Moved(@Nullable Conversation current) implements CommitOutcome {}

    /**
     * Nothing took effect: an agent has no room, may not get work at that moment, or does not exist.
     *
     * @param agent which agent, the first one in the order of the commit's slots
     */
    record SlotRefused(AgentId agent) implements CommitOutcome {}

    /**
     * Nothing took effect: the command had been committed before.
     *
     * @param journal the row that it made then
     */
    record Repeated(JournalRow journal) implements CommitOutcome {}
}
