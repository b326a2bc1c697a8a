package io.chatmgmt.governance;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;
import java.util.List;

/** The policy asks for more to be written down before a person may close the conversation. Nothing has changed. */
public final class ClosingNoteException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /**
     * An exception.
     *
     * @param conversation which conversation
     * @param problems what is missing or wrong, each beginning with the field that it is about
     */
    public ClosingNoteException(ConversationId conversation, List<String> problems) {
        super(
                "conversation " + conversation + " cannot be closed so: " + String.join("; ", problems),
                conversation,
                null);
        this.problems = List.copyOf(problems);
    }

    /**
     * What is missing or wrong.
     *
     * @return at least one, each beginning with the field that it is about
     */
    public List<String> problems() {
        return problems;
    }
}
