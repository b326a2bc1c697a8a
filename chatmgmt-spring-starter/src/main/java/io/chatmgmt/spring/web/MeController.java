package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessPolicy;
import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people who they are here. */
@RestController
@RequestMapping(ApiPath.API)
final class MeController {

    private final ChatGovernance governance;
    private final AgentRows agents;
    private final Names names;
    private final ApiMode mode;
    private final InstantSource clock;

    MeController(ChatGovernance governance, AgentRows agents, Names names, ApiMode mode, InstantSource clock) {
        this.governance = governance;
        this.agents = agents;
        this.names = names;
        this.mode = mode;
        this.clock = clock;
    }

    /** Somebody who is signed in. */
    record MeView(
            String id,
            String name,
            Participant kind,
            String tenant,
            Set<Role> roles,
            Set<Permission> permissions,
            @Nullable AgentView agent,
            boolean readOnly,
            @Nullable CsrfView csrf,
            Instant asOf) {}

    @GetMapping("/me")
    MeView me(Caller caller, HttpServletRequest request) {
        return new MeView(
                caller.actor().id(),
                names.of(caller),
                caller.actor().kind(),
                caller.tenant(),
                new TreeSet<>(caller.roles()),
                mode.allowed(permissions(caller)),
                governance.agents().find(caller.agentId()).map(agents::of).orElse(null),
                mode == ApiMode.READ_ONLY,
                mode == ApiMode.READ_ONLY ? null : CsrfView.of(request),
                clock.instant());
    }

    private static Set<Permission> permissions(Caller caller) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        caller.roles().forEach(role -> permissions.addAll(AccessPolicy.permissionsOf(role)));
        return permissions;
    }
}
