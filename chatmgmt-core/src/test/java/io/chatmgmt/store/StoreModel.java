package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.CommitOutcome.Repeated;
import io.chatmgmt.store.CommitOutcome.SlotRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a store should know, in the plainest way: all commits in a list, and every answer computed from it. */
final class StoreModel {

    private final List<Commit> commits = new ArrayList<>();
    private final Map<ConversationId, Instant> due = new HashMap<>();
    private final Map<AgentId, Agent> agents = new TreeMap<>();

    CommitOutcome commit(Commit commit) {
        ConversationId id = commit.row().id();
        String key = commit.journal().commandKey();
        for (JournalRow row : journal(id)) {
            if (key != null && key.equals(row.commandKey())) {
                return new Repeated(row);
            }
        }
        if (commit.expectedVersion() != journal(id).size()) {
            return new Moved(row(id));
        }
        Map<AgentId, Agent> next = new HashMap<>();
        for (SlotChange change : commit.slots()) {
            Agent agent = next.getOrDefault(change.agent(), agents.get(change.agent()));
            Agent changed = changed(agent, change, commit.journal().at());
            if (changed != null) {
                next.put(change.agent(), changed);
            } else if (!(change instanceof SlotChange.Release)) {
                return new SlotRefused(change.agent());
            }
        }
        agents.putAll(next);
        commits.add(commit);
        Instant deadline = commit.row().dueAt();
        if (deadline != null) {
            due.merge(id, deadline, (one, other) -> one.isBefore(other) ? one : other);
        }
        return Committed.INSTANCE;
    }

    boolean save(Agent agent) {
        Agent now = agents.get(agent.id());
        if (agent.version() != (now == null ? 1 : now.version() + 1)) {
            return false;
        }
        agents.put(
                agent.id(),
                now == null
                        ? agent.holding(0, Instant.EPOCH, Instant.EPOCH)
                        : agent.holding(now.used(), now.lastAssignedAt(), now.lastReleasedAt()));
        return true;
    }

    boolean reschedule(ConversationId id, long version, Instant at) {
        if (journal(id).size() != version || version == 0) {
            return false;
        }
        if (at == null) {
            due.remove(id);
        } else {
            due.put(id, at);
        }
        return true;
    }

    /** The current row, null when there is none. */
    Conversation row(ConversationId id) {
        return of(id).map(Commit::row).reduce((one, other) -> other).orElse(null);
    }

    List<Commit> commits(ConversationId id) {
        return of(id).toList();
    }

    List<JournalRow> journal(ConversationId id) {
        return of(id).map(Commit::journal).toList();
    }

    List<Text> texts(ConversationId id) {
        return of(id).flatMap(commit -> commit.texts().stream()).toList();
    }

    Map<ConversationId, Instant> due() {
        return due;
    }

    List<Conversation> queued(String tenant, String queue) {
        return rows(tenant)
                .filter(row -> queue.equals(queueOf(row)))
                .sorted(Comparator.comparing((Conversation row) -> handoff(row).orderKey())
                        .thenComparing(Conversation::openedAt)
                        .thenComparing(row -> row.id().value()))
                .toList();
    }

    List<String> queues(String tenant) {
        return rows(tenant)
                .map(StoreModel::queueOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<Conversation> open(String tenant) {
        return rows(tenant)
                .filter(Conversation::isOpen)
                .sorted(Comparator.comparing(row -> row.id().value()))
                .toList();
    }

    CustomerHistory customer(String tenant, String id) {
        int episodes = rows(tenant)
                .filter(row -> row.customer().id().equals(id))
                .mapToInt(row -> row.episode().number())
                .sum();
        AgentId lastAgent = null;
        int lastRating = 0;
        Instant lastSurveyAt = null;
        Map<ConversationId, AgentId> assignees = new HashMap<>();
        for (Commit commit : inOrderOfTime()) {
            Conversation row = commit.row();
            if (!row.id().tenant().equals(tenant) || !row.customer().id().equals(id)) {
                continue;
            }
            AgentId assignee = row.control() == Control.HUMAN ? row.assignee() : null;
            AgentId before = assignee == null ? assignees.remove(row.id()) : assignees.put(row.id(), assignee);
            if (assignee != null && !assignee.equals(before)) {
                lastAgent = assignee;
            }
            AgentId resolver = commit.journal()
                    .find(LifecycleEvent.Resolved.class)
                    .map(LifecycleEvent.Resolved::agent)
                    .orElse(null);
            lastAgent = resolver == null ? lastAgent : resolver;
            lastRating = commit.journal()
                    .find(SurveyEvent.Rated.class)
                    .map(SurveyEvent.Rated::stars)
                    .orElse(lastRating);
            boolean asked = commit.journal().find(SurveyEvent.Asked.class).isPresent();
            lastSurveyAt = asked ? commit.journal().at() : lastSurveyAt;
        }
        return new CustomerHistory(episodes, lastAgent, lastRating, lastSurveyAt);
    }

    /** Commits of the same time in order of the conversations' ids, those of one conversation as they came. */
    private List<Commit> inOrderOfTime() {
        return commits.stream()
                .sorted(Comparator.comparing((Commit commit) -> commit.journal().at())
                        .thenComparing(commit -> commit.row().id().value()))
                .toList();
    }

    /** One agent, null when there is none. */
    Agent agent(AgentId id) {
        return agents.get(id);
    }

    List<Agent> agents(String tenant) {
        return agents.values().stream()
                .filter(agent -> agent.id().tenant().equals(tenant))
                .toList();
    }

    private Stream<Commit> of(ConversationId id) {
        return commits.stream().filter(commit -> commit.row().id().equals(id));
    }

    private Stream<Conversation> rows(String tenant) {
        return Step.CONVERSATIONS.stream()
                .filter(id -> id.tenant().equals(tenant))
                .map(this::row)
                .filter(Objects::nonNull);
    }

    private static String queueOf(Conversation row) {
        Handoff handoff = row.handoff();
        return handoff == null || handoff.state() != HandoffState.QUEUED ? null : handoff.queue();
    }

    private static Handoff handoff(Conversation row) {
        return Objects.requireNonNull(row.handoff(), "handoff");
    }

    /** The agent afterwards, null when it cannot be. */
    private static Agent changed(Agent agent, SlotChange change, Instant at) {
        if (agent == null) {
            return null;
        }
        if (change instanceof SlotChange.Take take) {
            boolean fits = agent.used() + take.weight() <= agent.max()
                    && agent.routableUntil().isAfter(take.at());
            return fits ? agent.holding(agent.used() + take.weight(), take.at(), agent.lastReleasedAt()) : null;
        }
        if (change instanceof SlotChange.Force) {
            return agent.holding(agent.used() + change.weight(), at, agent.lastReleasedAt());
        }
        return agent.holding(Math.max(0, agent.used() - change.weight()), agent.lastAssignedAt(), at);
    }
}
