package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import java.util.List;
import java.util.Optional;

/** Reads one conversation: its row, journal and texts. Immutable. */
final class ConversationReads {

    private final Transactions transactions;
    private final Statements sql;
    private final Records records;

    ConversationReads(Transactions transactions, Statements sql, Records records) {
        this.transactions = transactions;
        this.sql = sql;
        this.records = records;
    }

    Optional<Conversation> find(ConversationId id) {
        return transactions.statement(
                id,
                connection -> Records.first(connection, sql.find, binder -> binder.id(id), records.conversation(id)));
    }

    Optional<JournalRow> findCommand(ConversationId id, String key) {
        return transactions.statement(
                id,
                connection -> Records.first(
                        connection, sql.findCommand, binder -> binder.id(id).text(key), records.journalRow(id)));
    }

    List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        return transactions.statement(
                id,
                connection -> Records.list(
                        connection,
                        sql.journal,
                        binder -> binder.id(id).number(afterVersion).number(limit),
                        records.journalRow(id)));
    }

    List<Text> texts(ConversationId id, int afterNumber, int limit) {
        return transactions.statement(
                id,
                connection -> Records.list(
                        connection,
                        sql.texts,
                        binder -> binder.id(id).number(afterNumber).number(limit),
                        records.text(id)));
    }
}
