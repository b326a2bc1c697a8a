package io.chatmgmt.spring.web;

import io.chatmgmt.access.Permission;
import java.util.EnumSet;
import java.util.Set;

/** Whether the API takes commands. */
enum ApiMode {
    /** It does. */
    COMMANDS,
    /** It only shows. */
    READ_ONLY;

    private static final Set<Permission> LOOKING = EnumSet.of(Permission.VIEW, Permission.AUDIT);

    /** What somebody with some permissions can do here. */
    Set<Permission> allowed(Set<Permission> permissions) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        for (Permission permission : permissions) {
            if (this == COMMANDS || LOOKING.contains(permission)) {
                allowed.add(permission);
            }
        }
        return allowed;
    }
}
