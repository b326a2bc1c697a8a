package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replays the real conversations that lie beside the project, where they do. */
class RealConversationsTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "replay");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tau.jsonl.gz", "star.jsonl.gz"})
    void real_conversations_are_decided_the_same_way_twice(String name) throws IOException {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            System.out.println("skipped: there is no " + file);
            Assumptions.abort("no " + file);
        }
        byte[] once = ReplayRun.of(directory, "--input", file.toString()).decisionBytes();
        ReplayRun again = ReplayRun.of(directory, "--input", file.toString());

        assertThat(again.status()).isZero();
        assertThat(again.complaints()).isEmpty();
        assertThat(again.decisionBytes()).isEqualTo(once);
        ReplayTest.agree(again);
        Recount.agree(lines(file), again);
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                InputStream input = new GZIPInputStream(packed)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
