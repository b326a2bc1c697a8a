package io.chatmgmt.spring.web;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.WorkStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who take conversations over. */
@RestController
@RequestMapping(ApiPath.API)
final class AgentsController {

    private static final int SHOWN = 50;
    private static final List<MetricDefinition> TODAY =
            List.of(KeyFigures.HANDLED, KeyFigures.PICKUP, KeyFigures.SATISFACTION);

    private final ChatGovernance governance;
    private final WorkStore store;
    private final AgentRows agents;
    private final InstantSource clock;

    AgentsController(ChatGovernance governance, WorkStore store, AgentRows agents, InstantSource clock) {
        this.governance = governance;
        this.store = store;
        this.agents = agents;
        this.clock = clock;
    }

    /** All agents. */
    record AgentsView(Instant asOf, Map<AgentStatus, Integer> counts, List<AgentView> agents) {}

    @GetMapping("/agents")
    AgentsView agents(Caller caller, @RequestParam(required = false) @Nullable String zone) {
        if (!governance.desk(caller).seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        Desk desk = governance.desk(caller);
        Map<String, AgentView.TodayView> today = today(caller.tenant(), Period.zone(zone));
        return new AgentsView(
                clock.instant(),
                governance.agents().counts(caller.tenant()),
                governance.agents().list(caller.tenant()).stream()
                        .map(agent -> agents.of(agent)
                                .with(has(desk, agent), today.get(agent.id().value())))
                        .toList());
    }

    private List<AgentView.HasView> has(Desk desk, Agent agent) {
        return agent.used() == 0
                ? List.of()
                : store.heldBy(agent.id(), SHOWN).stream()
                        .filter(row -> !desk.permissions(row).isEmpty())
                        .map(row -> has(row, agent.id()))
                        .toList();
    }

    private static AgentView.HasView has(Conversation row, AgentId agent) {
        Customer customer = row.customer();
        Handoff handoff = row.handoff();
        return new AgentView.HasView(
                row.id().value(),
                customer.name().isEmpty() ? customer.id() : customer.name(),
                handoff == null ? row.controlSince() : handoff.since(),
                !agent.equals(row.assignee()));
    }

    private Map<String, AgentView.TodayView> today(String tenant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        MetricTable table = governance
                .reports()
                .figures(tenant)
                .table(TODAY, Buckets.of(day, day.plusDays(1), zone, Granularity.DAY), Dimension.AGENT);
        Map<String, AgentView.TodayView> today = new HashMap<>();
        for (MetricTable.Row row : table.rows()) {
            today.put(
                    row.label(),
                    new AgentView.TodayView(
                            row.values().get(0),
                            row.values().get(1),
                            row.values().get(2)));
        }
        return today;
    }
}
