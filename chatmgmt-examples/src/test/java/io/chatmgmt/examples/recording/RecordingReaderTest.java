package io.chatmgmt.examples.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingReaderTest {

    /** So many that they are parsed in several batches, on both threads. */
    private static final int MANY = 2000;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void a_long_input_is_read_in_order() {
        Recordings read = read(OnError.STOP, manyLines());

        assertThat(read.complete()).isTrue();
        assertThat(ids(read)).isEqualTo(ids(1, MANY));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 300, 700, 1100, 1500, MANY})
    void the_first_bad_line_of_a_long_input_ends_it_wherever_it_stands(int bad) {
        List<String> lines = manyLines();
        lines.set(bad - 1, "{nope");
        lines.add("{nope, either");

        Recordings read = read(OnError.STOP, lines);

        assertThat(read.complete()).isFalse();
        assertThat(read.badLines()).isEqualTo(1);
        assertThat(ids(read)).isEqualTo(ids(1, bad - 1));
        assertThat(complaints).hasSize(1).first().asString().startsWith("x:" + bad + ": line: is not JSON");
    }

    @Test
    void bad_lines_and_ids_that_were_seen_far_before_are_told_in_order() {
        List<String> lines = manyLines();
        lines.set(299, line(1));
        lines.set(899, "[]");
        lines.set(1499, line(700));
        lines.set(1999, line(700));

        Recordings read = read(OnError.SKIP, lines);

        assertThat(read.complete()).isTrue();
        assertThat(read.good()).hasSize(MANY - 4);
        assertThat(complaints)
                .containsExactly(
                        "x:300: id: was seen before: 'c1'",
                        "x:900: line: must be a JSON object",
                        "x:1500: id: was seen before: 'c700'",
                        "x:2000: id: was seen before: 'c700'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1000, 1500, MANY})
    void an_input_that_breaks_off_has_the_lines_before(int readable) {
        Recordings read = read(OnError.SKIP, breakingOff(manyLines().subList(0, readable)));

        assertThat(read.complete()).isFalse();
        assertThat(ids(read)).isEqualTo(ids(1, readable));
        assertThat(complaints).containsExactly("x:" + (readable + 1) + ": line: cannot be read: broken");
    }

    @Test
    void what_comes_after_the_bad_line_is_not_complained_of() {
        List<String> lines = manyLines();
        lines.set(MANY - 1, "{nope");

        Recordings read = read(OnError.STOP, breakingOff(lines));

        assertThat(read.badLines()).isEqualTo(1);
        assertThat(complaints).hasSize(1).first().asString().startsWith("x:" + MANY + ": line: is not JSON");
    }

    @Test
    void a_line_may_be_longer_than_a_batch() {
        String longer = "{\"id\":\"long\",\"channel\":\"" + "w".repeat(300_000) + "\",\"turns\":[]}";

        Recordings read = read(OnError.STOP, List.of(line(1), "", longer, line(2)));

        assertThat(ids(read)).containsExactly("c1", "long", "c2");
        assertThat(read.good().get(1).opening().channel()).hasSize(300_000);
    }

    @Test
    void an_empty_input_has_nothing() {
        assertThat(read(OnError.STOP, List.of("", " \t")).good()).isEmpty();
    }

    private Recordings read(OnError onError, List<String> lines) {
        return read(onError, bytes(lines));
    }

    private Recordings read(OnError onError, InputStream in) {
        return new RecordingReader("x", onError, complaints::add).read(in);
    }

    private static InputStream breakingOff(List<String> lines) {
        return new SequenceInputStream(bytes(lines), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        });
    }

    private static InputStream bytes(List<String> lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> manyLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private static String line(int number) {
        return "{\"id\":\"c" + number + "\",\"turns\":[{\"from\":\"customer\",\"text\":\"" + "Where is it? ".repeat(20)
                + "\"}]}";
    }

    private static List<String> ids(Recordings read) {
        return read.good().stream().map(each -> each.id().value()).toList();
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(each -> "c" + each).toList();
    }
}
