package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All agents. Thread-safe. */
final class Agents {

    /** The least id that there can be. */
    private static final String FIRST = "\0";

    private static final Comparator<Agent> EARLIEST_FIRST = Comparator.comparing(
                    Agent::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Agent::id);

    private final ConcurrentNavigableMap<AgentId, Cell<Agent>> agents = new ConcurrentSkipListMap<>();

    @Nullable
    Cell<Agent> cell(AgentId id) {
        return agents.get(id);
    }

    List<Agent> of(String tenant) {
        List<Agent> found = new ArrayList<>();
        for (Cell<Agent> cell : agents.tailMap(new AgentId(tenant, FIRST)).values()) {
            Agent agent = cell.get();
            if (!agent.id().tenant().equals(tenant)) {
                break;
            }
            found.add(agent);
        }
        return List.copyOf(found);
    }

    List<Agent> due(Instant now, int limit) {
        List<Agent> due = new ArrayList<>();
        for (Cell<Agent> cell : agents.values()) {
            Agent agent = cell.get();
            Instant at = agent.dueAt();
            if (at != null && !at.isAfter(now)) {
                due.add(agent);
            }
        }
        due.sort(EARLIEST_FIRST);
        return List.copyOf(due.size() > limit ? due.subList(0, limit) : due);
    }

    @Nullable
    Instant nextDue() {
        Instant next = null;
        for (Cell<Agent> cell : agents.values()) {
            Instant at = cell.get().dueAt();
            if (at != null && (next == null || at.isBefore(next))) {
                next = at;
            }
        }
        return next;
    }

    boolean save(Agent agent) {
        if (agent.version() == 1) {
            return agents.putIfAbsent(agent.id(), new Cell<>(agent.holding(0, Instant.EPOCH, Instant.EPOCH))) == null;
        }
        Cell<Agent> cell = agents.get(agent.id());
        if (cell == null) {
            return false;
        }
        synchronized (cell) {
            Agent now = cell.value();
            if (now.version() != agent.version() - 1) {
                return false;
            }
            cell.become(agent.holding(now.used(), now.lastAssignedAt(), now.lastReleasedAt()));
            return true;
        }
    }
}
