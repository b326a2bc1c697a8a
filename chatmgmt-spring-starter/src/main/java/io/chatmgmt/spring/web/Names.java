package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.governance.ChatGovernance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What people are called: the names of registered agents, looked up at most every few seconds. Thread-safe. */
final class Names {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    private static final int MAX_TENANTS = 1_000;

    private final ChatGovernance governance;
    private final InstantSource clock;
    private final Map<String, Known> tenants = new ConcurrentHashMap<>();

    /** The names of a tenant, and when they were looked up. */
    private record Known(Map<String, String> names, Instant asOf) {}

    Names(ChatGovernance governance, InstantSource clock) {
        this.governance = governance;
        this.clock = clock;
    }

    PersonView of(AgentId agent) {
        return of(agent.tenant(), agent.value());
    }

    @Nullable
    PersonView ofNullable(@Nullable AgentId agent) {
        return agent == null ? null : of(agent);
    }

    PersonView of(String tenant, String id) {
        return new PersonView(id, names(tenant).getOrDefault(id, id));
    }

    /** The person who acted, null when it was none. */
    @Nullable
    PersonView person(String tenant, Actor actor) {
        return actor.isPerson() ? of(tenant, actor.id()) : null;
    }

    String of(Caller caller) {
        return of(caller.agentId()).name();
    }

    private Map<String, String> names(String tenant) {
        Instant now = clock.instant();
        Known known = tenants.get(tenant);
        if (known == null || now.isBefore(known.asOf) || !now.isBefore(known.asOf.plus(MAX_AGE))) {
            Map<String, String> names = new HashMap<>();
            governance
                    .agents()
                    .list(tenant)
                    .forEach(agent ->
                            names.put(agent.id().value(), agent.profile().name()));
            known = new Known(names, now);
            if (tenants.size() >= MAX_TENANTS) {
                tenants.clear();
            }
            tenants.put(tenant, known);
        }
        return known.names;
    }
}
