package io.chatmgmt.access;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The permissions that each role brings; what no role allows is denied. */
final class RoleAccess implements AccessPolicy {

    static final RoleAccess INSTANCE = new RoleAccess();

    private static final Map<Role, Set<Permission>> PERMISSIONS = Map.of(
            Role.VIEWER, EnumSet.of(Permission.VIEW),
            Role.AUDITOR, EnumSet.of(Permission.VIEW, Permission.AUDIT),
            Role.AGENT,
                    EnumSet.of(
                            Permission.VIEW,
                            Permission.JOIN,
                            Permission.REPLY,
                            Permission.ESCALATE,
                            Permission.HAND_BACK,
                            Permission.TRANSFER,
                            Permission.RESOLVE,
                            Permission.NOTE,
                            Permission.FLAG),
            Role.REVIEWER, EnumSet.of(Permission.VIEW, Permission.REVIEW, Permission.NOTE, Permission.FLAG),
            Role.SUPERVISOR, EnumSet.complementOf(EnumSet.of(Permission.ERASE)),
            Role.ADMIN, EnumSet.of(Permission.VIEW, Permission.AUDIT, Permission.ADJUST_AI, Permission.ERASE));

    private RoleAccess() {}

    @Override
    public boolean permits(Caller caller, Permission permission, Conversation conversation) {
        return allows(caller, permission);
    }

    static Set<Permission> permissionsOf(Role role) {
        return Collections.unmodifiableSet(PERMISSIONS.getOrDefault(role, Set.of()));
    }

    static boolean allows(Caller caller, Permission permission) {
        for (Role role : caller.roles()) {
            if (PERMISSIONS.getOrDefault(role, Set.of()).contains(permission)) {
                return true;
            }
        }
        return false;
    }
}
