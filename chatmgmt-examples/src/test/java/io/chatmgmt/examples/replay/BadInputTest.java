package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private static final String GOOD =
            "{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Where is my invoice?\"}]}";
    private static final String LATER = "{\"id\":\"c9\",\"turns\":[{\"from\":\"customer\",\"text\":\"hi\"}]}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{nope # line",
                "[] # line",
                "{\"id\":\"c2\",\"turns\":[]} {} # line",
                "{\"turns\":[]} # id",
                "{\"id\":7,\"turns\":[]} # id",
                "{\"id\":\"c1\",\"turns\":[]} # id",
                "{\"id\":\"c2\"} # turns",
                "{\"id\":\"c2\",\"turns\":{}} # turns",
                "{\"id\":\"c2\",\"turns\":[7]} # turns[0]",
                "{\"id\":\"c2\",\"turns\":[{\"text\":\"x\"}]} # turns[0].from",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"robot\",\"text\":\"x\"}]} # turns[0].from",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"customer\"}]} # turns[0].text",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"ai\",\"text\":\"x\",\"confidence\":1.01}]} # turns[0].confidence",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"ai\",\"text\":\"x\",\"confidence\":-0.1}]} # turns[0].confidence",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"ai\",\"text\":\"x\",\"t\":9},{\"from\":\"ai\",\"text\":\"y\",\"t\":8}]} # turns[1].t",
                "{\"id\":\"c2\",\"turns\":[{\"from\":\"ai\",\"text\":\"x\",\"at\":\"noon\"}]} # turns[0].at",
                "{\"id\":\"c2\",\"turns\":[],\"rating\":6} # rating"
            })
    void a_bad_line_is_told_with_its_place_and_ends_the_input(String bad, String field) {
        ReplayRun stopped = ReplayRun.ofLines(directory, List.of(GOOD, bad, LATER));

        assertThat(stopped.status()).isEqualTo(3);
        assertThat(stopped.complaints()).hasSize(1).first().asString().startsWith("-:2: " + field + ": ");
        assertThat(stopped.decided("c1")).containsExactly("null RESOLVED");
        assertThat(stopped.decisions()).hasSize(1);
        assertThat(stopped.report().get("conversations").intValue()).isEqualTo(1);
    }

    @Test
    void skipping_goes_on_and_counts() {
        ReplayRun skipped = ReplayRun.ofLines(directory, List.of(GOOD, "{nope", LATER), "--on-error", "skip");

        assertThat(skipped.status()).isZero();
        assertThat(skipped.complaints()).isNotEmpty().first().asString().startsWith("-:2: line: is not JSON");
        assertThat(skipped.decided("c9")).containsExactly("null RESOLVED");
        assertThat(skipped.report().get("conversations").intValue()).isEqualTo(2);
        assertThat(skipped.report().get("skippedLines").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"--nope,x", "--store,h2:", "--store,disk", "--threads,0", "--threads,x", "--on-error,ignore"})
    void wrong_options_are_told_with_the_usage(String option, String value) {
        ReplayRun misused = ReplayRun.of(directory, option, value);

        assertThat(misused.status()).isEqualTo(2);
        assertThat(misused.complaints()).first().asString().contains(option);
        assertThat(misused.complaints()).anyMatch(line -> line.contains("Usage"));
        assertThat(misused.out()).isEmpty();
    }

    @Test
    void a_missing_file_is_told() {
        ReplayRun missing =
                ReplayRun.of(directory, "--input", directory.resolve("nothing").toString());

        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.complaints()).first().asString().contains("nothing");
    }

    @Test
    void a_file_that_is_not_packed_is_told_by_name() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain.jsonl.gz"), GOOD);

        ReplayRun misnamed = ReplayRun.of(directory, "--input", plain.toString());

        assertThat(misnamed.status()).isEqualTo(2);
        assertThat(misnamed.complaints())
                .singleElement()
                .asString()
                .contains(plain.toString())
                .containsIgnoringCase("gzip");
    }

    @Test
    void a_file_that_breaks_off_is_told_with_the_line_and_played_up_to_there() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((GOOD + "\n" + LATER + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Path broken = directory.resolve("broken.jsonl.gz");
        Files.write(broken, Arrays.copyOf(packed.toByteArray(), packed.size() - 4));

        ReplayRun run = ReplayRun.of(directory, "--input", broken.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.complaints()).singleElement().asString().contains("broken.jsonl.gz:", "cannot be read");
        assertThat(run.report().get("conversations").intValue())
                .isEqualTo(run.decisions().size());
    }
}
