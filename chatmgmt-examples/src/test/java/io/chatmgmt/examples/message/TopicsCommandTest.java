package io.chatmgmt.examples.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsCommandTest {

    private static final String HISTORY = """
            {"text":"Where is my parcel?","topic":"shipping"}
            {"text":"My parcel has not come","topic":"shipping"}
            {"text":"When will the parcel be delivered?","topic":"shipping"}
            {"text":"The delivery is late","topic":"shipping","note":{"any":["thing"]}}
            {"text":"Please send me the invoice","topic":"billing"}
            {"text":"The invoice has the wrong amount","topic":"billing"}
            {"text":"I need a copy of my invoice","topic":"billing"}
            {"text":"Your invoice is too high","topic":"billing"}
            {"text":"Tell me a joke","topic":null}
            {"text":"What is the weather like","topic":null}
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("A17: a model fitted to a history says what messages are about, and what is about none of it")
    void a_fitted_model_says_what_messages_are_about() throws IOException {
        Path model = folder.resolve("topics.model");
        CommandRun trained = run(HISTORY, "train", "--input", "-", "--model", model.toString());
        CommandRun asked = run("""
                {"id":"1","text":"is my parcel delivered yet"}

                {"id":"2","text":"an invoice for my parcel? I need the invoice"}
                {"id":"3","text":""}
                """, "classify", "--model", model.toString(), "--input", "-");

        assertThat(trained).isEqualTo(new CommandRun(0, "", ""));
        assertThat(asked.status()).isZero();
        assertThat(asked.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("\\{\"id\":\"1\",\"topic\":\\{\"code\":\"shipping\",\"score\":0\\.\\d+}}"),
                        line -> assertThat(line).startsWith("{\"id\":\"2\",\"topic\":{\"code\":\"billing\","),
                        line -> assertThat(line).isEqualTo("{\"id\":\"3\",\"topic\":null}"));
    }

    @Test
    void the_same_history_gives_the_same_file() throws IOException {
        Path input = Files.writeString(folder.resolve("history.jsonl"), HISTORY);
        Path one = folder.resolve("one.model");
        Path other = folder.resolve("other.model");

        run("", "train", "--input", input.toString(), "--model", one.toString());
        run("", "train", "--model", other.toString(), "--input", input.toString());

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"text":"x"}              | -:11: topic: is required
            {"topic":"x"}             | -:11: text: is required
            {"text":"x","topic":" "}  | -:11: topic: must have 1 to 128 characters
            {"text":"x","topic":7}    | -:11: topic: must be a text
            nothing                   | -:11: line: is not JSON
            """)
    void writes_no_model_after_a_bad_line(String line, String reason) {
        Path model = folder.resolve("topics.model");

        CommandRun run = run(HISTORY + line, "train", "--input", "-", "--model", model.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().startsWith(reason);
        assertThat(model).doesNotExist();
    }

    @Test
    void asks_for_more_than_one_topic() {
        CommandRun run = run(
                "{\"text\":\"x\",\"topic\":\"only\"}\n",
                "train",
                "--input",
                "-",
                "--model",
                folder.resolve("m").toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("-: topic: examples must have at least two topics");
    }

    @Test
    void takes_no_other_file_for_a_model() throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "{\"no\":\"model\"}");

        CommandRun run = run("", "classify", "--model", file.toString(), "--input", "-");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().isEqualTo(file + ": is not a topic model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | topics needs train or classify
            fit                           | topics needs train or classify
            train,--input,-               | --model is required
            classify,--model,m            | --input is required
            train,--model                 | --model needs a value
            train,--epochs,3              | unknown option --epochs
            classify,--model,no,--input,- | cannot read or write
            """)
    void refuses_options_that_it_does_not_understand(String arguments, String reason) {
        CommandRun run = run("", arguments.split(",", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(reason);
    }

    private static CommandRun run(String input, String... arguments) {
        return CommandRun.of(input, streams -> new TopicsCommand(streams).run(arguments));
    }
}
