package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Totals;
import io.chatmgmt.store.Recording;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps what journal rows count for, one row a cell, and marks those that are counted. Immutable. */
final class RollupTable {

    /** Of one conversation several rows may wait. */
    private static final int ROWS_EACH = 4;

    private static final Map<String, Measure> MEASURES =
            Arrays.stream(Measure.values()).collect(Collectors.toUnmodifiableMap(Measure::id, measure -> measure));

    private final Transactions transactions;
    private final Statements sql;

    RollupTable(Transactions transactions, Statements sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    List<ConversationId> unrecorded(int limit) {
        int rows = (int) Math.min(Integer.MAX_VALUE, (long) limit * ROWS_EACH);
        return transactions.statement(null, connection -> {
            Set<ConversationId> ids = new LinkedHashSet<>(Records.list(
                    connection,
                    sql.unrecorded,
                    binder -> binder.number(rows),
                    result -> new ConversationId(result.getString(1), result.getString(2))));
            return ids.stream().limit(limit).toList();
        });
    }

    long recorded(ConversationId id) {
        return transactions.statement(id, connection -> recorded(connection, id));
    }

    private long recorded(Connection connection, ConversationId id) throws SQLException {
        return Records.first(connection, sql.recorded, binder -> binder.id(id), result -> result.getLong(1))
                .orElse(0L);
    }

    boolean record(Recording recording) {
        ConversationId id = recording.conversation();
        Map<Cell, Aggregate> cells = cells(recording);
        return transactions.transaction(id, connection -> {
            if (recorded(connection, id) != recording.after()) {
                return false;
            }
            Savepoint beginning = connection.setSavepoint();
            int marked = Records.update(
                    connection,
                    sql.record,
                    binder -> binder.id(id).number(recording.after()).number(recording.upTo()));
            if (marked != recording.upTo() - recording.after()) {
                connection.rollback(beginning);
                return false;
            }
            addUp(connection, id.tenant(), cells);
            return true;
        });
    }

    /** A row of the table; in their order they are locked. */
    private record Cell(Measure measure, Dimension dimension, int quarter, String slice, long number)
            implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int order = measure.compareTo(other.measure);
            order = order != 0 ? order : dimension.compareTo(other.dimension);
            order = order != 0 ? order : Integer.compare(quarter, other.quarter);
            order = order != 0 ? order : slice.compareTo(other.slice);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    private static Map<Cell, Aggregate> cells(Recording recording) {
        Map<Cell, Aggregate> cells = new TreeMap<>();
        recording.records().forEach((measure, dimension, slice, quarter, count, value) -> {
            long number = switch (measure.kind()) {
                case COUNT -> 0;
                case SPREAD -> measure.cellOf(value);
                case SET -> value;
            };
            long sum = measure.kind() == Measure.Kind.SPREAD ? count * value : count;
            cells.computeIfAbsent(new Cell(measure, dimension, quarter, slice, number), unknown -> new Aggregate())
                    .add(count, sum);
        });
        return cells;
    }

    private void addUp(Connection connection, String tenant, Map<Cell, Aggregate> cells) throws SQLException {
        if (cells.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.addUp)) {
            for (Map.Entry<Cell, Aggregate> each : cells.entrySet()) {
                Cell cell = each.getKey();
                new Binder(statement)
                        .text(tenant)
                        .text(cell.measure().id())
                        .text(cell.dimension().name())
                        .number(cell.quarter())
                        .text(cell.slice())
                        .number(cell.number())
                        .number(each.getValue().count())
                        .number(each.getValue().sum());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Totals> totals(RollupQuery query) {
        return transactions.picture(connection -> {
            List<Totals> all = new ArrayList<>(query.stretches());
            for (int i = 0; i < query.stretches(); i++) {
                all.add(totals(
                        connection,
                        query,
                        query.boundaries().get(i),
                        query.boundaries().get(i + 1)));
            }
            return all;
        });
    }

    private Totals totals(Connection connection, RollupQuery query, int from, int before) throws SQLException {
        Totals totals = new Totals();
        Records.list(
                connection,
                sql.totals,
                binder -> binder.text(query.tenant()).number(from).number(before),
                result -> {
                    Measure measure = MEASURES.get(result.getString("measure"));
                    Dimension dimension = Dimension.valueOf(result.getString("dimension"));
                    if (measure == null
                            || !query.measures().contains(measure)
                            || !query.dimensions().contains(dimension)) {
                        return false;
                    }
                    Aggregate into = totals.at(measure, dimension, result.getString("slice"));
                    if (measure.kind() == Measure.Kind.COUNT) {
                        into.add(result.getLong("n"), result.getLong("total"));
                    } else {
                        into.add(result.getLong("cell"), result.getLong("n"), result.getLong("total"));
                    }
                    return true;
                });
        return totals;
    }
}
