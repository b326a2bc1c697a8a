package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.routing.AgentStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agents do with themselves: come, go, and fetch work. */
@RestController
@RequestMapping(ApiPath.API)
final class AgentCommands {

    private final ChatGovernance governance;
    private final AgentRows agents;
    private final Outcomes outcomes;

    AgentCommands(ChatGovernance governance, AgentRows agents, Outcomes outcomes) {
        this.governance = governance;
        this.agents = agents;
        this.outcomes = outcomes;
    }

    /** What an agent chooses to be. */
    record StatusBody(
            @Nullable AgentStatus status,
            @Nullable String reason,
            @Nullable Instant until) {}

    @PutMapping("/agents/{id}/status")
    AgentView status(Caller caller, @PathVariable String id, @RequestBody StatusBody body) {
        AgentId agent = Ids.agent(caller, id);
        boolean isSelf = agent.equals(caller.agentId()) && caller.roles().contains(Role.AGENT);
        if (!isSelf && !caller.roles().contains(Role.SUPERVISOR)) {
            throw new AccessDeniedException(caller);
        }
        return agents.of(governance
                .agents()
                .status(agent, Given.value(body.status(), "status"), Given.orEmpty(body.reason()), body.until()));
    }

    @PostMapping("/agents/{id}/heartbeat")
    AgentView heartbeat(Caller caller, @PathVariable String id) {
        AgentId agent = Ids.agent(caller, id);
        if (!agent.equals(caller.agentId())) {
            throw new AccessDeniedException(caller);
        }
        return agents.of(governance.agents().heartbeat(agent));
    }

    @PostMapping("/queue/{queue}/next")
    ResponseEntity<CommandView> next(
            Caller caller,
            @PathVariable String queue,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Desk desk = governance.desk(caller);
        Optional<PersonResult> pulled = (key == null ? desk : desk.once(key)).pullNext(queue);
        return pulled.map(result -> ResponseEntity.ok(outcomes.of(
                        new Command(governance, caller, Ids.conversation(caller, queue), key, null), result)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
