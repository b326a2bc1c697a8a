package io.chatmgmt.conversation;

/**
 * Names one person who takes conversations over: the host's own id, within a tenant. Immutable; case-sensitive.
 *
 * @param tenant the tenant, 1 to 128 characters
 * @param value the host's id of the person, 1 to 128 characters
 */
public record AgentId(String tenant, String value) implements Comparable<AgentId> {

    /** Checks both parts. */
    public AgentId {
        Bounds.identifier(tenant, "tenant");
        Bounds.identifier(value, "agent");
    }

    /**
     * A person of the {@linkplain ConversationId#DEFAULT_TENANT default tenant}.
     *
     * @param value the host's id
     * @return the id
     */
    public static AgentId of(String value) {
        return new AgentId(ConversationId.DEFAULT_TENANT, value);
    }

    /** Orders by tenant, then by id: the order in which agents are locked. */
    @Override
    public int compareTo(AgentId other) {
        int order = tenant.compareTo(other.tenant);
        return order != 0 ? order : value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgentId id && value.equals(id.value) && tenant.equals(id.tenant);
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
