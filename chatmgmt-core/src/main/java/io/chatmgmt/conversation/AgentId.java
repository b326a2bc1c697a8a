package io.chatmgmt.conversation;

import java.util.Comparator;

/**
 * Names one person who takes conversations over: the host's own id, within a tenant. Immutable; case-sensitive.
 *
 * @param tenant the tenant, 1 to 128 characters
 * @param value the host's id of the person, 1 to 128 characters
 */
public record AgentId(String tenant, String value) implements Comparable<AgentId> {

    private static final Comparator<AgentId> ORDER =
            Comparator.comparing(AgentId::tenant).thenComparing(AgentId::value);

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
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return tenant + "/" + value;
    }
}
