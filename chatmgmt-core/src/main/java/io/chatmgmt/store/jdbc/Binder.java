package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the values of one statement, in order. Not thread-safe. */
final class Binder {

    private final PreparedStatement statement;
    private int next = 1;

    Binder(PreparedStatement statement) {
        this.statement = statement;
    }

    Binder text(@Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.VARCHAR);
        } else {
            statement.setString(next++, value);
        }
        return this;
    }

    Binder id(ConversationId id) throws SQLException {
        return text(id.tenant()).text(id.value());
    }

    Binder id(AgentId id) throws SQLException {
        return text(id.tenant()).text(id.value());
    }

    Binder number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Binder number(int value) throws SQLException {
        statement.setInt(next++, value);
        return this;
    }

    Binder numberOrNull(@Nullable Integer value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.INTEGER);
        } else {
            statement.setInt(next++, value);
        }
        return this;
    }

    /** A number, or null where it is the one that stands for nothing. */
    Binder numberUnless(long nothing, long value) throws SQLException {
        if (value == nothing) {
            statement.setNull(next++, Types.BIGINT);
        } else {
            statement.setLong(next++, value);
        }
        return this;
    }

    Binder time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BIGINT);
        } else {
            statement.setLong(next++, Micros.of(value));
        }
        return this;
    }

    Binder flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    /** Several values as an array of the database's type. */
    Binder array(String type, List<?> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values.toArray()));
        return this;
    }
}
