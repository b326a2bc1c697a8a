package io.chatmgmt.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void explains_itself_when_asked() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: java -jar chatmgmt-examples.jar");
        assertThat(err.size()).isZero();
    }

    @Test
    void refuses_a_command_that_it_does_not_know() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quickstart     | I am connecting you with someone
            custom-trigger | Trigger ENTERPRISE_OUTAGE fired
            skill-routing  | c-3 waits. Number 1 in billing: 0 of 3 agents could take it
            policy-file    | the same as built: true
            supervisor     | sue EDITED because INCOMPLETE after 20 s
            scenario       | as expected: HUMAN
            """)
    void runs_every_short_example(String command, String shown) {
        assertThat(run(command)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(shown);
    }

    @Test
    void a_supervisors_minute_exports_no_note() {
        run("supervisor");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("c-2  PENDING  JOIN  Until when is your shop open?")
                .contains("\"original\":\"Until five.\"")
                .contains("\"corrected\":\"Until six, and on Saturdays until two.\"")
                .doesNotContain("out of date", "holidays");
    }

    @Test
    void tells_every_problem_of_a_bad_policy() {
        run("policy-file");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("/escalation/lowConfidence/treshold")
                .contains("/escalation/coolDown");
    }

    private int run(String... arguments) {
        return Examples.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
