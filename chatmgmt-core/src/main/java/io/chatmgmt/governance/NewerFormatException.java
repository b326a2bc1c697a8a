package io.chatmgmt.governance;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;

/** The conversation was written by a newer version of this library: this one does not write over it. */
public final class NewerFormatException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param conversation which conversation
     * @param format the format that it was written in
     */
    public NewerFormatException(ConversationId conversation, int format) {
        super(
                "conversation " + conversation + " has format " + format + ", newer than " + Conversation.FORMAT,
                conversation,
                null);
    }
}
