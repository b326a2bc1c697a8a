package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one commit, and finds out why it did not take effect when it did not. Immutable. */
final class CommitCommand {

    /** How often a commit may find nothing in the way afterwards, because what was in the way is gone. */
    private static final int ATTEMPTS = 16;

    private final Transactions transactions;
    private final CommitWriter writer;
    private final Statements sql;
    private final Records records;

    CommitCommand(Transactions transactions, CommitWriter writer, Statements sql, Records records) {
        this.transactions = transactions;
        this.writer = writer;
        this.sql = sql;
        this.records = records;
    }

    CommitOutcome run(Commit commit) {
        ConversationId id = commit.row().id();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean written = writer.isOneStatement() && !commit.isErasure()
                    ? transactions.statement(id, connection -> writer.write(connection, commit))
                    : transactions.transaction(id, connection -> write(connection, commit));
            if (written) {
                return CommitOutcome.Committed.INSTANCE;
            }
            Optional<CommitOutcome> reason = transactions.statement(id, connection -> reason(connection, commit));
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        throw new StoreException(
                StoreException.Kind.BUSY, "commit found something in the way " + ATTEMPTS + " times", id, null);
    }

    private boolean write(Connection connection, Commit commit) throws SQLException {
        boolean written = writer.write(connection, commit);
        if (written && commit.isErasure()) {
            Records.update(
                    connection, sql.eraseTexts, binder -> binder.id(commit.row().id()));
        }
        return written;
    }

    /** Why a commit did not take effect, empty when the reason has gone meanwhile. */
    private Optional<CommitOutcome> reason(Connection connection, Commit commit) throws SQLException {
        ConversationId id = commit.row().id();
        String key = commit.journal().commandKey();
        if (key != null) {
            Optional<JournalRow> repeated = Records.first(
                    connection, sql.findLatestCommand, binder -> binder.id(id).text(key), records.journalRow(id));
            if (repeated.isPresent()) {
                return Optional.of(new CommitOutcome.Repeated(repeated.get()));
            }
        }
        Conversation current = Records.first(
                        connection, sql.findLatest, binder -> binder.id(id), records.conversation(id))
                .orElse(null);
        long version = current == null ? 0 : current.version();
        if (version != commit.expectedVersion() || current != null && current.format() > Conversation.FORMAT) {
            return Optional.of(new CommitOutcome.Moved(current));
        }
        AgentId refusing = refusing(connection, commit);
        return Optional.ofNullable(refusing).map(CommitOutcome.SlotRefused::new);
    }

    /** The first agent, in the order of the commit's slots, who refuses now; null when nobody does. */
    private @Nullable AgentId refusing(Connection connection, Commit commit) throws SQLException {
        Map<AgentId, Optional<Agent>> agents = new HashMap<>();
        for (SlotChange change : commit.slots()) {
            AgentId id = change.agent();
            Optional<Agent> found = agents.get(id);
            if (found == null) {
                found = Records.first(connection, sql.findAgent, binder -> binder.id(id), records.agent(id.tenant()));
            }
            if (found.isEmpty()) {
                if (!(change instanceof SlotChange.Release)) {
                    return id;
                }
            } else {
                Agent agent = found.get();
                if (change instanceof SlotChange.Take take
                        && !(agent.hasRoomFor(take.weight()) && agent.isRoutable(take.at()))) {
                    return id;
                }
                int shift = change instanceof SlotChange.Release ? -change.weight() : change.weight();
                long used = Math.max(0, (long) agent.used() + shift);
                found = Optional.of(agent.holding(
                        (int) Math.min(used, Integer.MAX_VALUE), agent.lastAssignedAt(), agent.lastReleasedAt()));
            }
            agents.put(id, found);
        }
        return null;
    }
}
