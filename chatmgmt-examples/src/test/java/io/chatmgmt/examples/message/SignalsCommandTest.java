package io.chatmgmt.examples.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignalsCommandTest {

    private static final String MESSAGES = """
            {"id":"1","text":"This is awful, I was charged twice. Get me a real person!"}
            {"id":"2","text":"ok","language":"de"}
            {"id":"3","text":"Was ist mit meiner Bestellung von letzter Woche passiert?","channel":"web"}
            """;

    private static List<JsonNode> lines(CommandRun run) {
        return run.out().lines().map(new JsonMapper()::readTree).toList();
    }

    @Test
    @DisplayName("C03, C04, C06, A17: says for each message what is heard in it, in the order of the input")
    void says_for_each_message_what_is_heard_in_it() {
        CommandRun run = run(MESSAGES, "--input", "-");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        List<JsonNode> lines = lines(run);
        assertThat(lines).extracting(line -> line.get("id").asString()).containsExactly("1", "2", "3");
        JsonNode first = lines.get(0);
        assertThat(first.propertyNames())
                .containsExactly("id", "language", "asksForHuman", "frustration", "topic", "sensitive");
        assertThat(first.at("/language/tag").asString()).isEqualTo("en");
        assertThat(first.at("/language/confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.at("/asksForHuman/decision").asBoolean()).isTrue();
        assertThat(first.at("/asksForHuman/score").asDouble()).isBetween(0.5, 1.0);
        assertThat(first.at("/frustration/decision").asBoolean()).isTrue();
        assertThat(first.at("/topic/code").asString()).isEqualTo("billing_dispute");
        assertThat(first.at("/sensitive/code").asString()).isEqualTo("billing_dispute");
    }

    @Test
    void says_null_where_nothing_is_heard() {
        JsonNode ok = lines(run(MESSAGES, "--input", "-")).get(1);

        assertThat(ok.get("language").isNull()).isTrue();
        assertThat(ok.get("topic").isNull()).isTrue();
        assertThat(ok.get("sensitive").isNull()).isTrue();
        assertThat(ok.at("/asksForHuman/decision").asBoolean()).isFalse();
        assertThat(ok.at("/asksForHuman/score").asDouble()).isLessThan(0.5);
    }

    @Test
    @DisplayName("L01: only the languages that are allowed are recognised")
    void only_the_languages_that_are_allowed_are_recognised() {
        assertThat(lines(run(MESSAGES, "--input", "-", "--languages", "en,de"))
                        .get(2)
                        .at("/language/tag")
                        .asString())
                .isEqualTo("de");
        assertThat(lines(run(MESSAGES, "--input", "-", "--languages", "en,fr"))
                        .get(2)
                        .at("/language/tag")
                        .asString())
                .isNotEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id":"4"}                       | text: is required
            {"id":"4","text":["x"]}          | text: must be a text
            {"id":"4","text":"x","language":1} | language: must be a text
            {"text":"x"}                     | id: is required
            no JSON                          | line: is not JSON
            """)
    void stops_at_a_bad_line_and_says_what_is_wrong_with_it(String line, String reason) {
        CommandRun run = run(MESSAGES + line + "\n" + MESSAGES, "--input", "-");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().startsWith("-:4: " + reason);
        assertThat(run.out().lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | --input is required
            --input;-;--language;en           | unknown option --language
            --input;-;--languages             | --languages needs a value
            --input;-;--languages;en,,de      | --languages must be language tags
            --input;-;--languages;english!    | --languages must be language tags
            --input;no/such/file.jsonl        | cannot read or write
            """)
    void refuses_options_that_it_does_not_understand(String arguments, String reason) {
        CommandRun run = run("", arguments.isEmpty() ? new String[0] : arguments.split(";", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(reason);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void explains_itself() {
        assertThat(run("", "--help").out()).startsWith("Usage: signals");
    }

    private static CommandRun run(String input, String... arguments) {
        return CommandRun.of(input, streams -> new SignalsCommand(streams).run(arguments));
    }
}
