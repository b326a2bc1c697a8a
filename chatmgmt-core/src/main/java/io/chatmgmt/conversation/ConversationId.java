package io.chatmgmt.conversation;

/**
 * Names one conversation: the host's own id, within a tenant. Immutable; case-sensitive.
 *
 * @param tenant the tenant, 1 to 128 characters
 * @param value the host's id of the conversation, 1 to 128 characters
 */
public record ConversationId(String tenant, String value) {

    /** The tenant of hosts that serve only one. */
    public static final String DEFAULT_TENANT = "default";

    /** Checks both parts. */
    public ConversationId {
        Bounds.identifier(tenant, "tenant");
        Bounds.identifier(value, "conversation");
    }

    /**
     * A conversation of the {@linkplain #DEFAULT_TENANT default tenant}.
     *
     * @param value the host's id
     * @return the id
     */
    public static ConversationId of(String value) {
        return new ConversationId(DEFAULT_TENANT, value);
    }

    @Override
    public String toString() {
        return tenant + "/" + value;
    }
}
