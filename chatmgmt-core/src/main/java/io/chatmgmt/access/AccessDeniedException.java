package io.chatmgmt.access;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.ConversationId;

/** A caller may not do what they asked for. */
public final class AccessDeniedException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final Permission permission;

    /**
     * An exception.
     *
     * @param caller who asked
     * @param permission what they would need
     * @param conversation which conversation they asked about
     */
    public AccessDeniedException(Caller caller, Permission permission, ConversationId conversation) {
        super(
                caller.actor().kind() + " " + caller.actor().id() + " may not " + permission + " conversation "
                        + conversation,
                conversation,
                null);
        this.permission = permission;
    }

    /**
     * An exception about figures over all conversations.
     *
     * @param caller who asked
     */
    public AccessDeniedException(Caller caller) {
        super(
                caller.actor().kind() + " " + caller.actor().id() + " may not see the figures of tenant "
                        + caller.tenant(),
                null,
                null);
        this.permission = Permission.VIEW;
    }

    /**
     * An exception about conversations of a tenant as such.
     *
     * @param caller who asked
     * @param permission what they would need
     */
    public AccessDeniedException(Caller caller, Permission permission) {
        super(
                caller.actor().kind() + " " + caller.actor().id() + " may not " + permission
                        + " conversations of tenant " + caller.tenant(),
                null,
                null);
        this.permission = permission;
    }

    /**
     * What the caller would need.
     *
     * @return the permission
     */
    public Permission permission() {
        return permission;
    }
}
