package io.chatmgmt.governance;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;

/** There is no such conversation. */
public final class ConversationNotFoundException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param conversation which conversation
     */
    public ConversationNotFoundException(ConversationId conversation) {
        super("there is no conversation " + conversation, conversation, null);
    }
}
