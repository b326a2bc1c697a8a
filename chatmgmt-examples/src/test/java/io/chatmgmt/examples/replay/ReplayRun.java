package io.chatmgmt.examples.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the replay command in a directory of its own, and what came out of it. */
final class ReplayRun {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path decisions;
    private final Path report;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int status;

    private ReplayRun(Path directory, String standardInput, List<String> options) {
        decisions = directory.resolve("decisions.jsonl");
        report = directory.resolve("report.json");
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--decisions", decisions.toString(), "--report", report.toString()));
        status = new ReplayCommand(
                        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                        print(out),
                        print(err))
                .run(all.toArray(String[]::new));
    }

    static ReplayRun of(Path directory, String... options) {
        return new ReplayRun(directory, "", List.of(options));
    }

    /** Replays some lines from the standard input. */
    static ReplayRun ofLines(Path directory, List<String> lines, String... options) {
        List<String> all = new ArrayList<>(List.of("--input", "-"));
        all.addAll(List.of(options));
        return new ReplayRun(directory, String.join("\n", lines), all);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> complaints() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    byte[] decisionBytes() {
        try {
            return Files.readAllBytes(decisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> decisions() {
        return new String(decisionBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** The kinds of the decisions about one conversation, each with its turn, in order. */
    List<String> decided(String conversation) {
        return decisions().stream()
                .filter(line -> line.get("conversation").stringValue().equals(conversation))
                .map(line -> line.get("turn") + " " + line.get("kind").stringValue())
                .toList();
    }

    JsonNode report() {
        return JSON.readTree(report.toFile());
    }
}
