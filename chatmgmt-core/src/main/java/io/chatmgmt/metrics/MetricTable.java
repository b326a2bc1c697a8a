package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures in rows: a series over time, or the slices of a dimension. Immutable. What it exports needs no locale: numbers
 * have a point and no grouping, and what is nothing is empty in CSV and null in JSON.
 *
 * @param heading what the rows are: {@code day}, {@code topic}
 * @param definitions the columns
 * @param rows the rows
 */
public record MetricTable(String heading, List<MetricDefinition> definitions, List<Row> rows) {

    /** Copies. */
    public MetricTable {
        definitions = List.copyOf(definitions);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param label the bucket or slice; empty for the unknown slice
     * @param values a value for each column, null over nothing
     */
    public record Row(String label, List<@Nullable Double> values) {

        /** Copies. */
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * The column of a figure.
     *
     * @param definition which figure
     * @return its values from top to bottom
     */
    public List<@Nullable Double> column(MetricDefinition definition) {
        int index = definitions.indexOf(definition);
        if (index < 0) {
            throw new IllegalArgumentException("not in this table: " + definition.id());
        }
        List<@Nullable Double> column = new ArrayList<>();
        for (Row row : rows) {
            column.add(row.values().get(index));
        }
        return column;
    }

    /**
     * As RFC 4180 CSV that no spreadsheet takes for a formula.
     *
     * @return with a line of headings, lines ended by CR LF
     */
    public String toCsv() {
        Csv csv = new Csv();
        csv.text(heading);
        definitions.forEach(each -> csv.text(each.id()));
        csv.endLine();
        for (Row row : rows) {
            csv.text(row.label());
            row.values().forEach(csv::number);
            csv.endLine();
        }
        return csv.toString();
    }

    /**
     * As JSON.
     *
     * @return an array with an object for each row
     */
    public String toJson() {
        JsonText json = new JsonText();
        json.array(
                rows,
                row -> json.object(() -> {
                    json.text(heading, row.label());
                    for (int i = 0; i < definitions.size(); i++) {
                        json.number(definitions.get(i).id(), row.values().get(i));
                    }
                }));
        return json.toString();
    }
}
