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

    // by hand, as in all keys: what a record generates is linked by method handles, which is slow until it is warm

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationId id && value.equals(id.value) && tenant.equals(id.tenant);
    }

    @Override
    public int hashCode() {
        return 31 * tenant.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return tenant + "/" + value;
    }
}
