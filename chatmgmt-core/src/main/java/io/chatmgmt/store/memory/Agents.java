package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All agents. Thread-safe. */
final class Agents {

    /** The least id that there can be. */
    private static final String FIRST = "\0";

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

    boolean save(Agent agent) {
        if (agent.version() == 1) {
            return agents.putIfAbsent(agent.id(), new Cell<>(agent.holding(0, Instant.EPOCH))) == null;
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
            cell.become(agent.holding(now.used(), now.lastAssignedAt()));
            return true;
        }
    }
}
