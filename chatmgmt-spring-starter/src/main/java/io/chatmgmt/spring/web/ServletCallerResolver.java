package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Takes the caller from what every servlet container and Spring Security tell of a request. Thread-safe. */
final class ServletCallerResolver implements CallerResolver {

    private final String tenant;
    private final String rolePrefix;

    ServletCallerResolver(String tenant, String rolePrefix) {
        this.tenant = tenant;
        this.rolePrefix = rolePrefix;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null || principal.getName() == null) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (request.isUserInRole(rolePrefix + role.name())) {
                roles.add(role);
            }
        }
        String name = principal.getName();
        Actor actor = roles.contains(Role.SUPERVISOR) ? Actor.supervisor(name) : Actor.agent(name);
        return Optional.of(new Caller(tenant, actor, roles));
    }
}
