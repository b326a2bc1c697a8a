package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.json.StoreCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what is selected into records. Thread-safe. */
final class Records {

    private final StoreCodec codec;

    Records(StoreCodec codec) {
        this.codec = codec;
    }

    StoreCodec codec() {
        return codec;
    }

    /** Binds the values of a statement. */
    @FunctionalInterface
    interface Values {

        void bind(Binder binder) throws SQLException;
    }

    /** Makes one record of the current row of a result. */
    @FunctionalInterface
    interface Row<T> {

        T read(ResultSet result) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Values values, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.bind(new Binder(statement));
            try (ResultSet result = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(row.read(result));
                }
                return List.copyOf(all);
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Values values, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.bind(new Binder(statement));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.ofNullable(row.read(result)) : Optional.empty();
            }
        }
    }

    /** The one moment that a statement finds, empty where it finds null. */
    static Optional<Instant> moment(Connection connection, String sql) throws SQLException {
        Optional<Optional<Instant>> found = first(connection, sql, binder -> {}, result -> {
            long micros = result.getLong(1);
            return result.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
        });
        return found.flatMap(moment -> moment);
    }

    /** How many rows a statement changed. */
    static @Nullable Instant timeOrNull(ResultSet result, String column) throws SQLException {
        long micros = result.getLong(column);
        return result.wasNull() ? null : Micros.instant(micros);
    }

    static int update(Connection connection, String sql, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.bind(new Binder(statement));
            return statement.executeUpdate();
        }
    }

    Row<Conversation> conversation(ConversationId id) {
        return result -> codec.readConversation(id, result.getString("state"));
    }

    Row<Conversation> conversationOf(String tenant) {
        return result ->
                codec.readConversation(new ConversationId(tenant, result.getString("id")), result.getString("state"));
    }

    Row<JournalRow> journalRow(ConversationId id) {
        return result -> codec.readJournalRow(id, result.getString("body"));
    }

    Row<Text> text(ConversationId id) {
        return result -> codec.readText(id, result.getString("meta"), Words.written(result.getString("content")));
    }

    Row<Agent> agent(String tenant) {
        return result -> codec.readAgent(tenant, result.getString("state"))
                .holding(
                        result.getInt("used"),
                        Micros.instant(result.getLong("last_assigned_at")),
                        Micros.instant(result.getLong("last_released_at")));
    }
}
