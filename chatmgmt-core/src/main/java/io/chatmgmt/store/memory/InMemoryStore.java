package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Rollups;
import io.chatmgmt.metrics.Totals;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.JournalPlace;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveView;
import io.chatmgmt.store.PlaceInLine;
import io.chatmgmt.store.Recording;
import io.chatmgmt.store.StoreFullException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A store in the memory of one process, for tests, for trying things out, and for hosts that keep their conversations
 * elsewhere. Thread-safe, with the guarantees of a database: a commit takes effect as a whole or not at all, and nobody
 * ever sees half of one. What it holds ends with the process.
 *
 * <p>It is bounded: when it is full, the conversation that was resolved first makes room for the next one, with its
 * journal, its texts and its command keys. What is known of the customer outlives it; of customers without any
 * conversation left as many are remembered as the store may hold conversations. When all conversations are open,
 * opening another one throws {@link StoreFullException}. A conversation of ten messages takes about 6 KiB beside its
 * texts.
 *
 * <p>What has been counted outlives the conversations, too: let the front door sweep at least once a minute, so that no
 * conversation is gone before it is counted.
 *
 * <p>Commits of different conversations do not wait for each other unless they change the same agent or customer.
 * Reading waits for nobody, except for an agent or a customer while a commit that changes them is taking effect. A list
 * of conversations is not a picture of one moment: one that moves within the list meanwhile may be missed.
 */
public final class InMemoryStore implements GovernanceStore {

    /** How many conversations a store holds unless told otherwise. */
    public static final long DEFAULT_MAX_CONVERSATIONS = 1_000_000;

    private final Agents agents = new Agents();
    private final Indexes indexes = new Indexes();
    private final Customers customers;
    private final Conversations conversations;
    private final Unrecorded unrecorded = new Unrecorded();
    private final ConcurrentMap<String, Rollups> rollups = new ConcurrentHashMap<>();

    private InMemoryStore(long maxConversations) {
        Retention retention = new Retention(maxConversations);
        this.customers = new Customers(maxConversations);
        this.conversations = new Conversations(agents, customers, retention, indexes, unrecorded);
    }

    /**
     * An empty store for up to {@value #DEFAULT_MAX_CONVERSATIONS} conversations.
     *
     * @return the store
     */
    public static InMemoryStore ofDefaults() {
        return bounded(DEFAULT_MAX_CONVERSATIONS);
    }

    /**
     * An empty store.
     *
     * @param maxConversations how many conversations of all tenants it may hold, 1 or more
     * @return the store
     */
    public static InMemoryStore bounded(long maxConversations) {
        return new InMemoryStore(maxConversations);
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        Snapshot now = conversations.find(id);
        return now == null ? Optional.empty() : Optional.of(now.row);
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        return conversations.commit(commit);
    }

    @Override
    public Optional<JournalRow> findCommand(ConversationId id, String commandKey) {
        Objects.requireNonNull(commandKey, "commandKey");
        return Optional.ofNullable(conversations.command(id, commandKey));
    }

    @Override
    public List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        checkLimit(limit);
        Snapshot now = conversations.find(id);
        return now == null ? List.of() : now.journal(afterVersion, limit);
    }

    @Override
    public List<Text> texts(ConversationId id, int afterNumber, int limit) {
        checkLimit(limit);
        Snapshot now = conversations.find(id);
        return now == null ? List.of() : now.texts(afterNumber, limit);
    }

    @Override
    public List<ConversationId> due(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        checkLimit(limit);
        return indexes.due.due(now, limit);
    }

    @Override
    public Optional<Instant> nextDue() {
        return indexes.due.next();
    }

    @Override
    public boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt) {
        return conversations.reschedule(id, version, dueAt);
    }

    @Override
    public List<Conversation> queued(String tenant, String queue, int limit) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(queue, "queue");
        checkLimit(limit);
        return indexes.queued.queued(tenant, queue, limit);
    }

    @Override
    public Set<String> queues(String tenant) {
        Objects.requireNonNull(tenant, "tenant");
        return indexes.queued.queues(tenant);
    }

    @Override
    public Set<String> tenantsWithQueues() {
        return indexes.queued.tenants();
    }

    @Override
    public int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(queue, "queue");
        checkLimit(limit);
        return indexes.queued.waiting(tenant, queue, behind, limit);
    }

    @Override
    public List<Conversation> heldBy(AgentId agent, int limit) {
        Objects.requireNonNull(agent, "agent");
        checkLimit(limit);
        return indexes.open.heldBy(agent, limit);
    }

    @Override
    public List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        checkLimit(limit);
        return indexes.open.open(tenant, after, limit);
    }

    @Override
    public LivePage list(LiveQuery query) {
        return indexes.live.of(query.tenant()).list(query);
    }

    @Override
    public LiveView live(String tenant, LiveMoment moment, Duration span, int recent) {
        if (recent < 0) {
            throw new IllegalArgumentException("recent must not be negative: " + recent);
        }
        return indexes.live.of(tenant).live(tenant, moment, span, recent);
    }

    @Override
    public Map<ConversationId, Text> latestMessages(List<ConversationId> ids) {
        Map<ConversationId, Text> latest = new HashMap<>();
        for (ConversationId id : ids) {
            Snapshot now = conversations.find(id);
            Text message = now == null ? null : now.latestMessage();
            if (message != null) {
                latest.put(id, message);
            }
        }
        return Map.copyOf(latest);
    }

    @Override
    public List<JournalRow> reviews(
            String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        checkLimit(limit);
        return indexes.reviews.rows(tenant, from, before, after, limit);
    }

    @Override
    public List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit) {
        Objects.requireNonNull(tenant, "tenant");
        checkLimit(limit);
        return conversations.changed(tenant, from, after, limit);
    }

    @Override
    public List<Conversation> rows(List<ConversationId> ids) {
        List<Conversation> rows = new ArrayList<>(ids.size());
        ids.forEach(id -> find(id).ifPresent(rows::add));
        return List.copyOf(rows);
    }

    @Override
    public List<ConversationId> ofCustomer(
            String tenant, String customerId, @Nullable ConversationId after, int limit) {
        checkLimit(limit);
        return conversations.ofCustomer(
                new CustomerKey(Objects.requireNonNull(tenant, "tenant"), customerId), after, limit);
    }

    @Override
    public List<ConversationId> removeResolved(String tenant, Instant before, int limit) {
        Objects.requireNonNull(tenant, "tenant");
        checkLimit(limit);
        return conversations.removeResolved(tenant, Objects.requireNonNull(before, "before"), limit);
    }

    @Override
    public CustomerHistory customer(String tenant, String customerId) {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(customerId, "customerId");
        return customers.history(new CustomerKey(tenant, customerId));
    }

    @Override
    public Optional<Agent> findAgent(AgentId id) {
        Objects.requireNonNull(id, "id");
        Cell<Agent> cell = agents.cell(id);
        return cell == null ? Optional.empty() : Optional.of(cell.get());
    }

    @Override
    public List<Agent> agents(String tenant) {
        return agents.of(tenant);
    }

    @Override
    public List<Agent> agentsDue(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        checkLimit(limit);
        return agents.due(now, limit);
    }

    @Override
    public Optional<Instant> nextAgentDue() {
        return Optional.ofNullable(agents.nextDue());
    }

    @Override
    public boolean save(Agent agent) {
        return agents.save(agent);
    }

    @Override
    public List<ConversationId> unrecorded(int limit) {
        checkLimit(limit);
        return unrecorded.ids(limit);
    }

    @Override
    public long recorded(ConversationId id) {
        return conversations.recorded(id);
    }

    @Override
    public boolean record(Recording recording) {
        return conversations.record(recording, rollups(recording.conversation().tenant()));
    }

    @Override
    public List<Totals> totals(RollupQuery query) {
        Rollups counted = rollups.get(query.tenant());
        return (counted == null ? new Rollups() : counted).totals(query);
    }

    private Rollups rollups(String tenant) {
        return rollups.computeIfAbsent(tenant, unknown -> new Rollups());
    }

    private static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }
}
