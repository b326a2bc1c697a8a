package io.chatmgmt.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayStoreTest {

    private static final String ONE =
            "{\"id\":\"c1\",\"turns\":[{\"from\":\"customer\",\"text\":\"Where is my invoice?\"}]}";
    private static final String ANOTHER =
            "{\"id\":\"c2\",\"turns\":[{\"from\":\"customer\",\"text\":\"Where is my parcel?\"}]}";
    private static final String LEFT_OPEN =
            "{\"id\":\"c3\",\"turns\":[{\"from\":\"customer\",\"text\":\"Hello?\"}],\"resolved\":false}";

    @TempDir
    private Path directory;

    private String file() {
        return "h2:" + directory.resolve("chats");
    }

    @Test
    void on_disk_the_sample_day_is_decided_and_reported_as_in_memory() throws IOException {
        Path memory = Files.createDirectory(directory.resolve("memory"));
        Path disk = Files.createDirectory(directory.resolve("disk"));

        ReplayRun inMemory = ReplayRun.of(memory);
        ReplayRun onDisk = ReplayRun.of(disk, "--store", "h2:" + disk.resolve("chats"));

        assertThat(onDisk.complaints()).isEmpty();
        assertThat(onDisk.status()).isZero();
        assertThat(onDisk.decisionBytes()).isEqualTo(inMemory.decisionBytes());
        assertThat(figures(onDisk)).isEqualTo(figures(inMemory));
        assertThat(disk.resolve("chats.mv.db")).isNotEmptyFile();
    }

    /** What the report says, but for how long it took. */
    private static List<String> figures(ReplayRun run) {
        return run.report().properties().stream()
                .filter(figure -> !List.of("elapsedMillis", "messagesPerSecond").contains(figure.getKey()))
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_store_takes_one_input_after_another() {
        ReplayRun first = ReplayRun.ofLines(directory, List.of(ONE), "--store", file());
        ReplayRun second = ReplayRun.ofLines(directory, List.of(ANOTHER), "--store", file());

        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(second.decided("c2")).containsExactly("null RESOLVED");
    }

    @Test
    void the_same_input_again_is_refused_before_anything_is_played() {
        ReplayRun.ofLines(directory, List.of(ONE), "--store", file());

        ReplayRun again = ReplayRun.ofLines(directory, List.of(ANOTHER, ONE), "--store", file());

        assertThat(again.status()).isEqualTo(2);
        assertThat(again.complaints()).first().asString().contains("--store", "already holds conversation c1");
        assertThat(ReplayRun.ofLines(directory, List.of(ANOTHER), "--store", file())
                        .status())
                .isZero();
    }

    @Test
    void a_store_with_open_conversations_is_left_alone() {
        ReplayRun.ofLines(directory, List.of(LEFT_OPEN), "--store", file());

        ReplayRun next = ReplayRun.ofLines(directory, List.of(ONE), "--store", file());

        assertThat(next.status()).isEqualTo(2);
        assertThat(next.complaints()).first().asString().contains("are open, c3 for one");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mystery://host/chats?password=secret, has no driver here",
        "jdbc:postgresql://127.0.0.1:1/chats?password=secret, cannot be opened",
        "jdbc:h2:mem:chats;IFEXISTS=TRUE;PASSWORD=secret, cannot be opened"
    })
    void what_cannot_be_opened_is_told_without_its_password(String url, String reason) {
        ReplayRun refused = ReplayRun.ofLines(directory, List.of(ONE), "--store", url);

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.complaints())
                .first()
                .asString()
                .startsWith("--store " + url.split("[?;]")[0])
                .contains(reason)
                .doesNotContain("secret");
        assertThat(refused.out()).isEmpty();
    }
}
