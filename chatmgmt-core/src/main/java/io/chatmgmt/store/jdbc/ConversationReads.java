package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.JournalPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conversations: their rows, journals and texts. Immutable. */
final class ConversationReads {

    /** Before every row. */
    private static final JournalPlace BEGINNING = new JournalPlace(Instant.MIN, "", 0);

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

    List<JournalRow> reviews(String tenant, Instant from, Instant before, @Nullable JournalPlace after, int limit) {
        JournalPlace start = after == null ? BEGINNING : after;
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.reviews,
                        binder -> binder.text(tenant)
                                .time(from)
                                .time(before)
                                .time(start.at())
                                .time(start.at())
                                .text(start.conversation())
                                .text(start.conversation())
                                .number(start.version())
                                .number(limit),
                        result -> records.journalRow(new ConversationId(tenant, result.getString("conversation")))
                                .read(result)));
    }

    List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit) {
        JournalPlace start = after == null ? BEGINNING : after;
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.changed,
                        binder -> binder.text(tenant)
                                .time(from)
                                .time(start.at())
                                .time(start.at())
                                .text(start.conversation())
                                .text(start.conversation())
                                .number(start.version())
                                .number(limit),
                        result -> new JournalPlace(
                                Micros.instant(result.getLong("written_at")),
                                result.getString("conversation"),
                                result.getLong("version"))));
    }
}
