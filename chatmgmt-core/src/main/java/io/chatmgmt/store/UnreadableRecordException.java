package io.chatmgmt.store;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** What a store holds cannot be read: a newer version wrote it in a way that this one does not know, or it is damaged. */
public final class UnreadableRecordException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final int format;

    /**
     * An exception.
     *
     * @param what what it is, for example {@code journal row 12}
     * @param conversation the conversation that it belongs to, null for an agent
     * @param format the format that it says it has, 0 when it does not say
     * @param readable the newest format that this version knows
     * @param cause what went wrong
     */
    public UnreadableRecordException(
            String what, @Nullable ConversationId conversation, int format, int readable, Throwable cause) {
        super(
                what + (conversation == null ? "" : " of " + conversation) + " cannot be read: "
                        + (format > readable ? "it has format " + format + ", newer than " + readable : "damaged"),
                conversation,
                cause);
        this.format = format;
    }

    /**
     * The format that it says it has.
     *
     * @return 0 when it does not say
     */
    public int format() {
        return format;
    }
}
