package io.chatmgmt.governance;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;

/** So many others changed the conversation at the same time that a change found no gap. Trying again later is safe. */
public final class ContentionException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param conversation which conversation
     * @param attempts how often it was tried
     */
    public ContentionException(ConversationId conversation, int attempts) {
        super("lost " + attempts + " races for conversation " + conversation, conversation, null);
    }
}
