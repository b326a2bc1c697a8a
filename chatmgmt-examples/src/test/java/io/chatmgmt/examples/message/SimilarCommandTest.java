package io.chatmgmt.examples.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarCommandTest {

    private static final String SAME = """
            {"id":"1","a":"Where is my parcel from Monday?","b":"where is my PARCEL from monday","note":[1,{"x":2}]}
            """;
    private static final String DIFFERENT = """
            {"id":"2","a":"Where is my parcel from Monday?","b":"Can you delete my account for good?"}
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("C02: says for each pair how alike its questions are, in the order of the input")
    void says_for_each_pair_how_alike_it_is() {
        CommandRun run = run(SAME + "\n" + DIFFERENT, "--input", "-");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().findFirst().orElseThrow())
                .isEqualTo("{\"id\":\"1\",\"score\":1.0,\"repeated\":true}");
        assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
                .startsWith("{\"id\":\"2\",\"score\":")
                .endsWith(",\"repeated\":false}");
    }

    @Test
    void reads_a_packed_file_like_any_other() throws IOException {
        Path packed = folder.resolve("pairs.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((SAME + DIFFERENT).getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.writeString(folder.resolve("pairs.jsonl"), SAME + DIFFERENT);

        CommandRun run = run("", "--input", packed.toString());

        assertThat(run.status()).isZero();
        assertThat(run).isEqualTo(run("", "--input", plain.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id":"3","a":"x"}             | b: is required
            {"id":"3","a":null,"b":"x"}    | a: is required
            {"id":"3","a":7,"b":"x"}       | a: must be a text
            {"id":" ","a":"x","b":"x"}     | id: must have 1 to 128 characters
            {"a":"x","b":"x"}              | id: is required
            ["id"]                         | line: must be a JSON object
            {"id":"3","a":"x","b":"x"} {}  | line: is not JSON: more than one value
            {"id":"3",                     | line: is not JSON
            """)
    void stops_at_a_bad_line_and_says_what_is_wrong_with_it(String line, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.jsonl"), SAME + "\n" + line + "\n" + DIFFERENT);

        CommandRun run = run("", "--input", file.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().startsWith(file + ":3: " + reason);
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void says_where_a_packed_file_is_cut_off() throws IOException {
        Path packed = folder.resolve("pairs.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(SAME.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 12));

        CommandRun run = run("", "--input", packed.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains(": line: cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | --input is required
            --input                     | --input needs a value
            --output,x                  | unknown option --output
            --input,no/such/file.jsonl  | cannot read or write
            """)
    void refuses_options_that_it_does_not_understand(String arguments, String reason) {
        CommandRun run = run("", arguments.isEmpty() ? new String[0] : arguments.split(",", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(reason);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void explains_itself() {
        CommandRun run = run("", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: similar");
    }

    private static CommandRun run(String input, String... arguments) {
        return CommandRun.of(input, streams -> new SimilarCommand(streams).run(arguments));
    }
}
