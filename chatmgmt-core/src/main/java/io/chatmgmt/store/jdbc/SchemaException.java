package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.ChatGovernanceException;
import org.jspecify.annotations.Nullable;

/** The tables of the store are missing, or older or newer than this version of the library needs. */
public final class SchemaException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final int found;
    private final int needed;

    SchemaException(String message, int found, int needed, @Nullable Throwable cause) {
        super(message, null, cause);
        this.found = found;
        this.needed = needed;
    }

    /**
     * The version of the tables that are there.
     *
     * @return 0 when there are none
     */
    public int found() {
        return found;
    }

    /**
     * The version that this library needs.
     *
     * @return the version
     */
    public int needed() {
        return needed;
    }
}
