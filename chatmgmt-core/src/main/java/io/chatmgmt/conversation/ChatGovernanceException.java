package io.chatmgmt.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong that is neither a wrong argument nor a lost race. Carries the conversation, where there is one,
 * and keeps the cause.
 */
public class ChatGovernanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ConversationId conversation;

    /**
     * An exception.
     *
     * @param message what went wrong
     * @param conversation which conversation it concerns, null for none
     * @param cause what caused it, null for nothing
     */
    public ChatGovernanceException(String message, @Nullable ConversationId conversation, @Nullable Throwable cause) {
        super(message, cause);
        this.conversation = conversation;
    }

    /**
     * Which conversation it concerns.
     *
     * @return empty when it concerns none, or after the exception was serialised
     */
    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversation);
    }
}
