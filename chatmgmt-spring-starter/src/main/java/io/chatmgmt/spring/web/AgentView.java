package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.AgentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent: who they are, what they are doing, and how much they have. */
record AgentView(
        String id,
        String name,
        long version,
        AgentStatus status,
        AgentStatus effective,
        String reason,
        @Nullable Instant awayUntil,
        boolean routable,
        int used,
        @Nullable Integer limit,
        double load,
        @Nullable List<HasView> conversations,
        Set<Role> roles,
        Map<String, Integer> skills,
        Map<String, Integer> languages,
        Set<String> teams,
        Set<String> regions,
        boolean active,
        int missedOffers,
        @Nullable TodayView today) {

    /** A conversation that they have, or that is offered to them. */
    record HasView(String id, String customer, @Nullable Instant since, boolean offered) {}

    /** What they did today. */
    record TodayView(
            @Nullable Double handled,
            @Nullable Double pickupSeconds,
            @Nullable Double satisfaction) {}

    AgentView with(List<HasView> conversations, @Nullable TodayView today) {
        return new AgentView(
                id,
                name,
                version,
                status,
                effective,
                reason,
                awayUntil,
                routable,
                used,
                limit,
                load,
                conversations,
                roles,
                skills,
                languages,
                teams,
                regions,
                active,
                missedOffers,
                today);
    }
}
