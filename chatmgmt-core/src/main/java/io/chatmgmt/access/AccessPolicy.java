package io.chatmgmt.access;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Role;
import java.util.Set;

/** Decides who may do what. Implementations are thread-safe and have no side effects. */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Whether a caller may do something with a conversation. Asked only for conversations of the caller's own tenant;
     * those of others are out of reach for everybody.
     *
     * @param caller who
     * @param permission what
     * @param conversation with which conversation
     * @return true to allow
     */
    boolean permits(Caller caller, Permission permission, Conversation conversation);

    /**
     * Whether a person may see figures over all conversations of the tenant: how many are open, how sure the AI is. By
     * default everybody may whose roles allow to view conversations.
     *
     * @param caller who asks
     * @return true when they may
     */
    default boolean permitsOverview(Caller caller) {
        return RoleAccess.allows(caller, Permission.VIEW);
    }

    /**
     * Whether somebody may have conversations of the tenant removed once they have been over for long enough. By default
     * whoever may erase customers may.
     *
     * @param caller who asks
     * @return true when they may
     */
    default boolean permitsRemoval(Caller caller) {
        return RoleAccess.allows(caller, Permission.ERASE);
    }

    /**
     * Decides by the caller's roles, see {@link RoleAccess}.
     *
     * @return the default policy
     */
    static AccessPolicy byRole() {
        return RoleAccess.INSTANCE;
    }

    /**
     * What a role brings under the {@linkplain #byRole() default policy}.
     *
     * @param role which role
     * @return the permissions, in their order
     */
    static Set<Permission> permissionsOf(Role role) {
        return RoleAccess.permissionsOf(role);
    }
}
