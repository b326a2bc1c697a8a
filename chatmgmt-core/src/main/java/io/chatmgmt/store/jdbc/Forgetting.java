package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.ConversationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what belongs to a customer, and removes what is over for long enough. Immutable. */
final class Forgetting {

    private static final String BEFORE_ALL = "";

    private final Transactions transactions;
    private final Statements sql;

    Forgetting(Transactions transactions, Statements sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    List<ConversationId> ofCustomer(String tenant, String customer, @Nullable ConversationId after, int limit) {
        return transactions.statement(
                null,
                connection -> Records.list(
                        connection,
                        sql.ofCustomer,
                        binder -> binder.text(tenant)
                                .text(customer)
                                .text(after == null ? BEFORE_ALL : after.value())
                                .number(limit),
                        result -> new ConversationId(tenant, result.getString(1))));
    }

    private record Removable(ConversationId id, long version) {}

    /** One transaction for all, the conversations first: whoever wants to go on with one of them waits for the end. */
    List<ConversationId> removeResolved(String tenant, Instant before, int limit) {
        return transactions.transaction(null, connection -> {
            List<ConversationId> removed = new ArrayList<>();
            for (Removable each : removable(connection, tenant, before, limit)) {
                if (remove(connection, each)) {
                    removed.add(each.id());
                }
            }
            return removed;
        });
    }

    private List<Removable> removable(Connection connection, String tenant, Instant before, int limit)
            throws SQLException {
        return Records.list(
                connection,
                sql.removable,
                binder -> binder.text(tenant).time(before).number(limit),
                result -> new Removable(new ConversationId(tenant, result.getString(1)), result.getLong(2)));
    }

    private boolean remove(Connection connection, Removable each) throws SQLException {
        int gone = Records.update(
                connection,
                sql.removeConversation,
                binder -> binder.id(each.id()).number(each.version()));
        if (gone == 0) {
            return false;
        }
        Records.update(connection, sql.removeJournal, binder -> binder.id(each.id()));
        Records.update(connection, sql.removeTexts, binder -> binder.id(each.id()));
        return true;
    }
}
