package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Writes a commit with one statement a table: the conversation, the agents in order of id, then what follows. When a guard
 * does not hold, everything goes back to where it began, and a transaction of the host lives on.
 */
final class SeveralStatementsCommitWriter implements CommitWriter {

    private final Dialect dialect;
    private final Statements sql;
    private final Columns columns;
    private final Records records;

    SeveralStatementsCommitWriter(Dialect dialect, Statements sql, Columns columns, Records records) {
        this.dialect = dialect;
        this.sql = sql;
        this.columns = columns;
        this.records = records;
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }

    @Override
    public boolean write(Connection connection, Commit commit) throws SQLException {
        Savepoint beginning = commit.slots().isEmpty() ? null : connection.setSavepoint();
        if (!writeRow(connection, commit)) {
            return false;
        }
        for (SlotClaim claim : SlotClaim.of(commit)) {
            if (claimed(connection, claim) == 0 && claim.required()) {
                connection.rollback(beginning);
                return false;
            }
        }
        writeJournal(connection, commit.journal());
        if (!commit.texts().isEmpty()) {
            writeTexts(connection, commit);
        }
        return true;
    }

    private boolean writeRow(Connection connection, Commit commit) throws SQLException {
        ConversationId id = commit.row().id();
        if (commit.expectedVersion() > 0) {
            return Records.update(connection, sql.updateConversation, binder -> {
                        columns.bindLater(binder, commit);
                        binder.id(id).number(commit.expectedVersion()).number(Conversation.FORMAT);
                        binder.id(id).text(commit.journal().commandKey());
                    })
                    == 1;
        }
        try {
            return Records.update(connection, sql.insertConversation, binder -> {
                        binder.id(id);
                        columns.bindFirst(binder, commit);
                    })
                    == 1;
        } catch (SQLException e) {
            if (dialect.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private int claimed(Connection connection, SlotClaim claim) throws SQLException {
        return Records.update(
                connection,
                sql.claimSlot,
                binder -> binder.number(claim.floor())
                        .number(claim.shift())
                        .time(claim.assignedAt())
                        .time(claim.releasedAt())
                        .id(claim.agent())
                        .number(claim.peak())
                        .number(claim.floorPeak())
                        .number(claim.routableAfterMicros()));
    }

    private void writeJournal(Connection connection, JournalRow row) throws SQLException {
        Records.update(
                connection,
                sql.insertJournal,
                binder -> binder.id(row.conversation())
                        .number(row.version())
                        .time(row.at())
                        .text(row.commandKey())
                        .flag(row.isReview())
                        .text(records.codec().write(row)));
    }

    private void writeTexts(Connection connection, Commit commit) throws SQLException {
        ConversationId id = commit.row().id();
        try (PreparedStatement statement = connection.prepareStatement(sql.insertText)) {
            for (Text text : commit.texts()) {
                new Binder(statement)
                        .id(id)
                        .number(text.number())
                        .text(records.codec().write(id, text))
                        .text(Words.kept(text.content()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
