package io.chatmgmt.store;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked to. */
public final class StoreException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /** What it means for the caller. */
    public enum Kind {
        /**
         * The store cannot be reached, or was lost on the way. Whether a commit took effect is not known: giving the same
         * command again, with the same key, answers that truthfully.
         */
        UNAVAILABLE,
        /**
         * Others were in the way, and trying several times did not help; nothing took effect. Within a transaction of the
         * host, that transaction has to be rolled back and repeated.
         */
        BUSY,
        /** Trying again will not help before somebody has looked at the cause; nothing took effect. */
        FAILED
    }

    private final Kind kind;

    /**
     * An exception.
     *
     * @param kind what it means for the caller
     * @param message what went wrong
     * @param conversation which conversation it was about, null for none
     * @param cause what the store's driver said
     */
    public StoreException(Kind kind, String message, @Nullable ConversationId conversation, @Nullable Throwable cause) {
        super(message, conversation, cause);
        this.kind = kind;
    }

    /**
     * What it means for the caller.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
