package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one commit does to the capacity of agents. Not thread-safe; lives for one commit. */
final class Slots {

    private final List<SlotChange> changes;
    private final Instant at;
    private final Map<AgentId, Holder> holders = new TreeMap<>();

    Slots(Agents agents, List<SlotChange> changes, Instant at) {
        this.changes = changes;
        this.at = at;
        for (SlotChange change : changes) {
            Cell<Agent> cell = agents.cell(change.agent());
            if (cell != null) {
                holders.put(change.agent(), new Holder(cell));
            }
        }
    }

    /** The agents concerned, in the order in which they are to be locked. */
    List<Cell<Agent>> cells() {
        List<Cell<Agent>> cells = new ArrayList<>(holders.size());
        holders.values().forEach(holder -> cells.add(holder.cell));
        return cells;
    }

    /** Works out, under all locks, what the agents hold afterwards; the agent who refuses, null when nobody does. */
    @Nullable
    AgentId refusedBy() {
        for (Holder holder : holders.values()) {
            holder.next = holder.cell.value();
        }
        for (SlotChange change : changes) {
            Holder holder = holders.get(change.agent());
            boolean done = holder == null ? change instanceof SlotChange.Release : changed(holder, change);
            if (!done) {
                return change.agent();
            }
        }
        return null;
    }

    void apply() {
        holders.values().forEach(holder -> holder.cell.become(holder.next));
    }

    private boolean changed(Holder holder, SlotChange change) {
        Agent agent = holder.next;
        if (change instanceof SlotChange.Take take) {
            if (!agent.hasRoomFor(take.weight()) || !agent.isRoutable(take.at())) {
                return false;
            }
            holder.next = agent.holding(agent.used() + take.weight(), take.at(), agent.lastReleasedAt());
        } else if (change instanceof SlotChange.Force force) {
            long used = (long) agent.used() + force.weight();
            holder.next = agent.holding((int) Math.min(used, Integer.MAX_VALUE), at, agent.lastReleasedAt());
        } else {
            SlotChange.Release release = (SlotChange.Release) change;
            holder.next = agent.holding(Math.max(0, agent.used() - release.weight()), agent.lastAssignedAt(), at);
        }
        return true;
    }

    private static final class Holder {

        final Cell<Agent> cell;
        Agent next;

        Holder(Cell<Agent> cell) {
            this.cell = cell;
            this.next = cell.value();
        }
    }
}
