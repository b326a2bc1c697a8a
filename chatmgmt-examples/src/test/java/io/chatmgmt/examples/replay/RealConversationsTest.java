package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void real_conversations_are_decided_the_same_way_twice(String name) {
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
    }
}
