package io.chatmgmt.store;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;

/** A bounded store has no room for another conversation: all that it holds are still open. */
public final class StoreFullException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param conversation the conversation that found no room
     * @param bound how many conversations the store may hold
     */
    public StoreFullException(ConversationId conversation, long bound) {
        super(
                "no room for conversation " + conversation + ": the store holds " + bound
                        + " conversations, all of them open",
                conversation,
                null);
    }
}
