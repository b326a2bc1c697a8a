package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.store.PlaceInLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the work that waits, and what is known of customers. Immutable. */
final class WorkReads {

    /** Before every name. */
    private static final String BEFORE_ALL = "";

    private final Transactions transactions;
    private final Statements sql;
    private final Records records;

    WorkReads(Transactions transactions, Statements sql, Records records) {
        this.transactions = transactions;
        this.sql = sql;
        this.records = records;
    }

    List<ConversationId> due(Instant now, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.due,
                        binder -> binder.time(now).number(limit),
                        result -> new ConversationId(result.getString(1), result.getString(2))));
    }

    Optional<Instant> nextDue() {
        return transactions.statement(null, connection -> Records.moment(connection, sql.nextDue));
    }

    boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt) {
        return transactions.statement(
                id,
                connection -> Records.update(
                                connection,
                                sql.reschedule,
                                binder -> binder.time(dueAt).id(id).number(version))
                        == 1);
    }

    List<Conversation> queued(String tenant, String queue, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.queued,
                        binder -> binder.text(tenant).text(queue).number(limit),
                        records.conversationOf(tenant)));
    }

    int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit) {
        return transactions.statement(
                null,
                connection -> Records.first(
                                connection,
                                behind == null ? sql.waiting : sql.waitingAhead,
                                binder -> {
                                    binder.text(tenant).text(queue);
                                    if (behind != null) {
                                        binder.time(behind.orderKey())
                                                .time(behind.orderKey())
                                                .time(behind.openedAt())
                                                .time(behind.openedAt())
                                                .text(behind.id());
                                    }
                                    binder.number(limit);
                                },
                                result -> result.getInt(1))
                        .orElse(0));
    }

    List<Conversation> heldBy(AgentId agent, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.heldBy,
                        binder -> binder.id(agent).text(agent.value()).number(limit),
                        records.conversationOf(agent.tenant())));
    }

    Set<String> queues(String tenant) {
        return transactions.statement(
                null,
                connection -> names(
                        connection,
                        sql.nextQueue,
                        (binder, after) -> binder.text(tenant).text(after)));
    }

    Set<String> tenantsWithQueues() {
        return transactions.statement(
                null, connection -> names(connection, sql.nextQueueTenant, (binder, after) -> binder.text(after)));
    }

    private interface After {

        void bind(Binder binder, String name) throws SQLException;
    }

    /** All names that an index knows, by looking for the next one until there is none: never more looks than names. */
    private static Set<String> names(Connection connection, String sql, After after) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        Optional<String> next = Optional.of(BEFORE_ALL);
        while (next.isPresent()) {
            String name = next.get();
            next = Records.first(connection, sql, binder -> after.bind(binder, name), result -> result.getString(1));
            next.ifPresent(names::add);
        }
        return Set.copyOf(names);
    }

    List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.open,
                        binder -> binder.text(tenant)
                                .text(after == null ? BEFORE_ALL : after.value())
                                .number(limit),
                        records.conversationOf(tenant)));
    }

    CustomerHistory customer(String tenant, String customer) {
        return transactions
                .statement(
                        null,
                        connection -> Records.first(
                                connection,
                                sql.customer,
                                binder -> binder.text(tenant)
                                        .text(customer)
                                        .text(tenant)
                                        .text(customer)
                                        .text(tenant)
                                        .text(customer)
                                        .text(tenant)
                                        .text(customer),
                                result -> {
                                    String agent = result.getString("last_agent");
                                    return new CustomerHistory(
                                            result.getInt("episodes"),
                                            agent == null ? null : new AgentId(tenant, agent),
                                            result.getInt("last_rating"),
                                            Records.timeOrNull(result, "last_survey_at"));
                                }))
                .orElse(CustomerHistory.NONE);
    }
}
