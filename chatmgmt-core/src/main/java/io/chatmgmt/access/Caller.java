package io.chatmgmt.access;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Role;
import java.util.Objects;
import java.util.Set;

/**
 * A person or program who wants to do something, as the host has authenticated them. Immutable.
 *
 * @param tenant the tenant that they belong to
 * @param actor who they are, as the journal will name them
 * @param roles what they are there for
 */
public record Caller(String tenant, Actor actor, Set<Role> roles) {

    /** Checks for nulls and copies. */
    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
        roles = Set.copyOf(roles);
    }

    /**
     * An agent of the default tenant.
     *
     * @param id the host's id of the agent
     * @return a caller with the role AGENT
     */
    public static Caller agent(String id) {
        return new Caller(ConversationId.DEFAULT_TENANT, Actor.agent(id), Set.of(Role.AGENT));
    }

    /**
     * A reviewer of the default tenant.
     *
     * @param id the host's id of the person
     * @return a caller with the roles AGENT and REVIEWER
     */
    public static Caller reviewer(String id) {
        return new Caller(ConversationId.DEFAULT_TENANT, Actor.agent(id), Set.of(Role.AGENT, Role.REVIEWER));
    }

    /**
     * A supervisor of the default tenant.
     *
     * @param id the host's id of the person
     * @return a caller with the role SUPERVISOR
     */
    public static Caller supervisor(String id) {
        return new Caller(ConversationId.DEFAULT_TENANT, Actor.supervisor(id), Set.of(Role.SUPERVISOR));
    }

    /**
     * The same caller in another tenant.
     *
     * @param tenant the tenant
     * @return a copy
     */
    public Caller in(String tenant) {
        return new Caller(tenant, actor, roles);
    }

    /**
     * The caller as somebody who can have a conversation.
     *
     * @return the agent id with the caller's tenant and id
     */
    public AgentId agentId() {
        return new AgentId(tenant, actor.id());
    }
}
