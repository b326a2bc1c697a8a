package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.routing.Agent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes agents; what they hold is changed by commits only. Immutable. */
final class AgentTable {

    private final Transactions transactions;
    private final Dialect dialect;
    private final Statements sql;
    private final Records records;

    AgentTable(Transactions transactions, Dialect dialect, Statements sql, Records records) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.sql = sql;
        this.records = records;
    }

    Optional<Agent> find(AgentId id) {
        return transactions.statement(
                null,
                connection ->
                        Records.first(connection, sql.findAgent, binder -> binder.id(id), records.agent(id.tenant())));
    }

    List<Agent> of(String tenant) {
        return transactions.statement(
                null,
                connection ->
                        Records.list(connection, sql.agents, binder -> binder.text(tenant), records.agent(tenant)));
    }

    List<Agent> due(Instant now, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.agentsDue,
                        binder -> binder.time(now).number(limit),
                        result -> records.agent(result.getString("tenant")).read(result)));
    }

    Optional<Instant> nextDue() {
        return transactions.statement(null, connection -> Records.moment(connection, sql.nextAgentDue));
    }

    boolean save(Agent agent) {
        return transactions.statement(
                null, connection -> agent.version() == 1 ? insert(connection, agent) : update(connection, agent));
    }

    private boolean insert(Connection connection, Agent agent) throws SQLException {
        try {
            return Records.update(connection, sql.insertAgent, binder -> bind(binder, agent)) == 1;
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(Connection connection, Agent agent) throws SQLException {
        return Records.update(connection, sql.updateAgent, binder -> {
                    bind(binder, agent);
                    binder.number(agent.version() - 1);
                })
                == 1;
    }

    private void bind(Binder binder, Agent agent) throws SQLException {
        binder.number(agent.version())
                .number((long) agent.max())
                .time(agent.routableUntil())
                .time(agent.dueAt())
                .text(records.codec().write(agent.holding(0, Instant.EPOCH, Instant.EPOCH)))
                .id(agent.id());
    }
}
