package io.chatmgmt.store.jdbc;

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
import io.chatmgmt.store.StoreException;
import io.chatmgmt.store.json.StoreCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in PostgreSQL, H2, MariaDB or MySQL. Any number of nodes may share the database; every change names the version
 * that it saw, so none is lost, and a crash loses nothing that was acknowledged. Thread-safe.
 *
 * <p>It takes a connection of the {@link DataSource} for each call and gives it back at once; a pool is advisable. When
 * the connection comes with auto-commit off, a transaction of the host is open: the store joins it, never ends it, and
 * never makes it fail by losing a race. Otherwise each call is a transaction of its own, and one that meets a deadlock or
 * a serialisation failure is tried again a few times.
 *
 * <p>A database that cannot be reached, or goes away on the way, is a {@link StoreException} of the kind
 * {@link StoreException.Kind#UNAVAILABLE UNAVAILABLE}.
 */
public final class JdbcStore implements GovernanceStore {

    private final Transactions transactions;
    private final CommitCommand commits;
    private final ConversationReads conversations;
    private final WorkReads work;
    private final LiveReads live;
    private final Forgetting forgetting;
    private final AgentTable agents;
    private final RollupTable rollups;

    private JdbcStore(
            Transactions transactions,
            Dialect dialect,
            Statements sql,
            LiveStatements liveSql,
            Columns columns,
            Records records) {
        this.transactions = transactions;
        this.commits = new CommitCommand(transactions, dialect.commits(sql, columns, records), sql, records);
        this.conversations = new ConversationReads(transactions, sql, records);
        this.work = new WorkReads(transactions, sql, records);
        this.live = new LiveReads(transactions, liveSql, records);
        this.forgetting = new Forgetting(transactions, sql);
        this.agents = new AgentTable(transactions, dialect, sql, records);
        this.rollups = new RollupTable(transactions, sql);
    }

    /**
     * Begins a store.
     *
     * @param dataSource where connections come from; a pool is advisable
     * @return a builder with the defaults
     */
    public static JdbcStoreBuilder builder(DataSource dataSource) {
        return new JdbcStoreBuilder(dataSource);
    }

    static JdbcStore on(Transactions transactions, String tablePrefix, SchemaCreation creation) {
        return transactions.statement(null, connection -> {
            Dialect dialect = Dialect.of(connection);
            Records records = new Records(new StoreCodec());
            Columns columns = new Columns(records.codec());
            Statements sql = new Statements(dialect, tablePrefix, columns);
            new Schema(dialect, sql, tablePrefix).prepare(connection, creation);
            return new JdbcStore(transactions, dialect, sql, new LiveStatements(tablePrefix), columns, records);
        });
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return conversations.find(id);
    }

    @Override
    public boolean isInHostTransaction() {
        return transactions.isJoined();
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        return commits.run(commit);
    }

    @Override
    public Optional<JournalRow> findCommand(ConversationId id, String commandKey) {
        return conversations.findCommand(id, Objects.requireNonNull(commandKey, "commandKey"));
    }

    @Override
    public List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        return conversations.journal(id, afterVersion, checked(limit));
    }

    @Override
    public List<Text> texts(ConversationId id, int afterNumber, int limit) {
        return conversations.texts(id, afterNumber, checked(limit));
    }

    @Override
    public List<ConversationId> due(Instant now, int limit) {
        return work.due(Objects.requireNonNull(now, "now"), checked(limit));
    }

    @Override
    public Optional<Instant> nextDue() {
        return work.nextDue();
    }

    @Override
    public boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt) {
        return work.reschedule(id, version, dueAt);
    }

    @Override
    public List<Conversation> queued(String tenant, String queue, int limit) {
        return work.queued(
                Objects.requireNonNull(tenant, "tenant"), Objects.requireNonNull(queue, "queue"), checked(limit));
    }

    @Override
    public int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit) {
        return work.waiting(
                Objects.requireNonNull(tenant, "tenant"),
                Objects.requireNonNull(queue, "queue"),
                behind,
                checked(limit));
    }

    @Override
    public List<Conversation> heldBy(AgentId agent, int limit) {
        return work.heldBy(Objects.requireNonNull(agent, "agent"), checked(limit));
    }

    @Override
    public Set<String> queues(String tenant) {
        return work.queues(Objects.requireNonNull(tenant, "tenant"));
    }

    @Override
    public Set<String> tenantsWithQueues() {
        return work.tenantsWithQueues();
    }

    @Override
    public List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        return work.open(Objects.requireNonNull(tenant, "tenant"), after, checked(limit));
    }

    @Override
    public LivePage list(LiveQuery query) {
        return live.list(query);
    }

    @Override
    public LiveView live(String tenant, LiveMoment moment, Duration span, int recent) {
        return live.live(Objects.requireNonNull(tenant, "tenant"), moment, span, recent);
    }

    @Override
    public Map<ConversationId, Text> latestMessages(List<ConversationId> ids) {
        return ids.isEmpty() ? Map.of() : live.latestMessages(ids);
    }

    @Override
    public List<JournalRow> reviews(
            String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        return conversations.reviews(Objects.requireNonNull(tenant, "tenant"), from, before, after, checked(limit));
    }

    @Override
    public List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit) {
        return conversations.changed(Objects.requireNonNull(tenant, "tenant"), from, after, checked(limit));
    }

    @Override
    public List<Conversation> rows(List<ConversationId> ids) {
        return ids.isEmpty() ? List.of() : live.rows(ids);
    }

    @Override
    public List<ConversationId> ofCustomer(
            String tenant, String customerId, @Nullable ConversationId after, int limit) {
        return forgetting.ofCustomer(
                Objects.requireNonNull(tenant, "tenant"),
                Objects.requireNonNull(customerId, "customerId"),
                after,
                checked(limit));
    }

    @Override
    public List<ConversationId> removeResolved(String tenant, Instant before, int limit) {
        return forgetting.removeResolved(
                Objects.requireNonNull(tenant, "tenant"), Objects.requireNonNull(before, "before"), checked(limit));
    }

    @Override
    public CustomerHistory customer(String tenant, String customerId) {
        return work.customer(
                Objects.requireNonNull(tenant, "tenant"), Objects.requireNonNull(customerId, "customerId"));
    }

    @Override
    public Optional<Agent> findAgent(AgentId id) {
        return agents.find(Objects.requireNonNull(id, "id"));
    }

    @Override
    public List<Agent> agents(String tenant) {
        return agents.of(Objects.requireNonNull(tenant, "tenant"));
    }

    @Override
    public List<Agent> agentsDue(Instant now, int limit) {
        return agents.due(Objects.requireNonNull(now, "now"), checked(limit));
    }

    @Override
    public Optional<Instant> nextAgentDue() {
        return agents.nextDue();
    }

    @Override
    public boolean save(Agent agent) {
        return agents.save(agent);
    }

    @Override
    public List<ConversationId> unrecorded(int limit) {
        return rollups.unrecorded(checked(limit));
    }

    @Override
    public long recorded(ConversationId id) {
        return rollups.recorded(id);
    }

    @Override
    public boolean record(Recording recording) {
        return rollups.record(recording);
    }

    @Override
    public List<Totals> totals(RollupQuery query) {
        return rollups.totals(query);
    }

    private static int checked(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        return limit;
    }
}
