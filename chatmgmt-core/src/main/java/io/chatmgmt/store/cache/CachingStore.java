package io.chatmgmt.store.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.metrics.RollupQuery;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of recent commits in memory, so that the next message of a conversation need not be preceded by a read.
 * Thread-safe.
 *
 * <p>A row that is at hand may be behind, because another node has written meanwhile: it is given out by
 * {@link #findRecent} only, and a commit that was decided on it finds out by its version. Only a commit that took effect
 * fills the cache. What belongs to a transaction of the host is read and written past it, because it may be rolled back;
 * after a commit of which it is not known whether it took effect, nothing is at hand either. Were it otherwise, a row that
 * never came to be could be followed by one that fits the version of another.
 */
public final class CachingStore implements GovernanceStore {

    /** How many rows are kept unless told otherwise. */
    public static final long DEFAULT_MAX_CONVERSATIONS = 100_000;

    private final GovernanceStore store;
    private final Cache<ConversationId, Conversation> rows;

    private CachingStore(GovernanceStore store, long maxConversations) {
        this.store = Objects.requireNonNull(store, "store");
        this.rows = Caffeine.newBuilder()
                .maximumSize(maxConversations)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * A cache for {@value #DEFAULT_MAX_CONVERSATIONS} conversations.
     *
     * @param store what it stands in front of
     * @return the store with its cache
     */
    public static CachingStore of(GovernanceStore store) {
        return bounded(store, DEFAULT_MAX_CONVERSATIONS);
    }

    /**
     * A cache.
     *
     * @param store what it stands in front of
     * @param maxConversations how many rows it keeps, 1 or more; a row takes a few KiB
     * @return the store with its cache
     */
    public static CachingStore bounded(GovernanceStore store, long maxConversations) {
        if (maxConversations < 1) {
            throw new IllegalArgumentException("maxConversations must be at least 1: " + maxConversations);
        }
        return new CachingStore(store, maxConversations);
    }

    /**
     * How well the cache does.
     *
     * @return the figures since it was made
     */
    public CacheFigures figures() {
        CacheStats stats = rows.stats();
        return new CacheFigures(stats.hitCount(), stats.missCount(), rows.estimatedSize());
    }

    @Override
    public Optional<Conversation> findRecent(ConversationId id) {
        if (store.isInHostTransaction()) {
            return store.find(id);
        }
        Conversation row = rows.getIfPresent(id);
        return row == null ? store.find(id) : Optional.of(row);
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        ConversationId id = commit.row().id();
        boolean ours = !store.isInHostTransaction();
        boolean kept = false;
        try {
            CommitOutcome outcome = store.commit(commit);
            kept = ours && outcome instanceof CommitOutcome.Committed;
            return outcome;
        } finally {
            if (kept) {
                rows.asMap().merge(id, commit.row(), CachingStore::later);
            } else {
                rows.invalidate(id);
            }
        }
    }

    /** Commits may become known in another order than they took effect. */
    private static Conversation later(Conversation one, Conversation other) {
        return one.version() > other.version() ? one : other;
    }

    @Override
    public boolean isInHostTransaction() {
        return store.isInHostTransaction();
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return store.find(id);
    }

    @Override
    public Optional<JournalRow> findCommand(ConversationId id, String commandKey) {
        return store.findCommand(id, commandKey);
    }

    @Override
    public List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        return store.journal(id, afterVersion, limit);
    }

    @Override
    public List<Text> texts(ConversationId id, int afterNumber, int limit) {
        return store.texts(id, afterNumber, limit);
    }

    @Override
    public List<ConversationId> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }

    @Override
    public boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt) {
        return store.reschedule(id, version, dueAt);
    }

    @Override
    public List<Conversation> queued(String tenant, String queue, int limit) {
        return store.queued(tenant, queue, limit);
    }

    @Override
    public Set<String> queues(String tenant) {
        return store.queues(tenant);
    }

    @Override
    public Set<String> tenantsWithQueues() {
        return store.tenantsWithQueues();
    }

    @Override
    public int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit) {
        return store.waiting(tenant, queue, behind, limit);
    }

    @Override
    public List<Conversation> heldBy(AgentId agent, int limit) {
        return store.heldBy(agent, limit);
    }

    @Override
    public List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        return store.open(tenant, after, limit);
    }

    @Override
    public LivePage list(LiveQuery query) {
        return store.list(query);
    }

    @Override
    public LiveView live(String tenant, LiveMoment moment, Duration span, int recent) {
        return store.live(tenant, moment, span, recent);
    }

    @Override
    public Map<ConversationId, Text> latestMessages(List<ConversationId> conversations) {
        return store.latestMessages(conversations);
    }

    @Override
    public List<JournalRow> reviews(
            String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        return store.reviews(tenant, from, before, after, limit);
    }

    @Override
    public List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit) {
        return store.changed(tenant, from, after, limit);
    }

    @Override
    public List<Conversation> rows(List<ConversationId> conversations) {
        return store.rows(conversations);
    }

    @Override
    public List<ConversationId> ofCustomer(
            String tenant, String customerId, @Nullable ConversationId after, int limit) {
        return store.ofCustomer(tenant, customerId, after, limit);
    }

    @Override
    public List<ConversationId> removeResolved(String tenant, Instant before, int limit) {
        List<ConversationId> removed = store.removeResolved(tenant, before, limit);
        rows.invalidateAll(removed);
        return removed;
    }

    @Override
    public CustomerHistory customer(String tenant, String customerId) {
        return store.customer(tenant, customerId);
    }

    @Override
    public Optional<Agent> findAgent(AgentId id) {
        return store.findAgent(id);
    }

    @Override
    public List<Agent> agents(String tenant) {
        return store.agents(tenant);
    }

    @Override
    public List<Agent> agentsDue(Instant now, int limit) {
        return store.agentsDue(now, limit);
    }

    @Override
    public Optional<Instant> nextAgentDue() {
        return store.nextAgentDue();
    }

    @Override
    public boolean save(Agent agent) {
        return store.save(agent);
    }

    @Override
    public List<ConversationId> unrecorded(int limit) {
        return store.unrecorded(limit);
    }

    @Override
    public long recorded(ConversationId id) {
        return store.recorded(id);
    }

    @Override
    public boolean record(Recording recording) {
        return store.record(recording);
    }

    @Override
    public List<Totals> totals(RollupQuery query) {
        return store.totals(query);
    }
}
