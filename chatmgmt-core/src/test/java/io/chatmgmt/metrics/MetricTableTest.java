package io.chatmgmt.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("J16: exports")
class MetricTableTest {

    private static MetricTable table(String label, Double... values) {
        List<MetricDefinition> definitions = List.of(KeyFigures.CONVERSATIONS, KeyFigures.CONFIDENCE);
        return new MetricTable("topic", definitions, List.of(new MetricTable.Row(label, Arrays.asList(values))));
    }

    @Test
    @DisplayName("T124: nothing is empty in CSV and null in JSON, never 0 or NaN")
    void nothing_is_empty_or_null() {
        MetricTable table = table("billing", 3.0, null);
        assertThat(table.toCsv()).isEqualTo("topic,conversations,confidence.mean\r\nbilling,3,\r\n");
        assertThat(table.toJson()).isEqualTo("[{\"topic\":\"billing\",\"conversations\":3,\"confidence.mean\":null}]");
    }

    @Test
    @DisplayName("T095: a time is in seconds, whatever it is a mean, median or quantile of")
    void every_time_is_in_seconds() {
        List<MetricDefinition> times = KeyFigures.all().stream()
                .filter(each -> each.id().matches("(response|duration|wait|pickup|handling).*[.](mean|p\\d+)"))
                .toList();
        assertThat(times).hasSizeGreaterThan(12).allSatisfy(each -> {
            assertThat(each.unit()).as(each.id()).isEqualTo(Unit.SECONDS);
            assertThat(each.formula().numerator().unit()).as(each.id()).isEqualTo(Unit.SECONDS);
        });
        assertThat(Unit.SECONDS.symbol()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\r=x",
                " =cmd|' /C calc'!A0",
                "\"=1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "＝1"
            })
    void no_label_starts_a_formula(String label) {
        String cell = table(label, 1.0, 0.5).toCsv().split("\r\n", 2)[1];
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '$',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"x\"|\"say \"\"x\"\"\"", "a;b|\"a;b\""},
            delimiter = '|')
    void texts_are_quoted_as_the_standard_says(String label, String expected) {
        assertThat(table(label, 1.0, 0.5).toCsv()).endsWith("\r\n" + expected + ",1,0.5\r\n");
    }

    @Test
    void numbers_know_no_locale_and_no_exponent() {
        assertThat(table("x", 12_345_678.0, 1e-7).toCsv()).endsWith("\r\nx,12345678,0.00000010\r\n");
        assertThat(table("x", -2.5, 0.1).toCsv()).endsWith("\r\nx,-2.5,0.1\r\n");
    }

    @Test
    void json_escapes_what_it_must() {
        assertThat(table("a\"b\\c\n\u2028", 1.0, null).toJson()).contains("a\\\"b\\\\c\\u000a\\u2028");
    }
}
