package io.chatmgmt.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sets of labelled texts that lie beside the project, where they do. */
final class Dataset {

    /** Beside the project, whether this runs in its folder or in that of a module. */
    private static final Path FOLDER = Stream.of(Path.of("..", "..", "shared", "data"), Path.of("..", "shared", "data"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("shared", "data"));

    private static final JsonMapper JSON = new JsonMapper();

    private Dataset() {}

    /** Whether the sets are there; says so when they are not. */
    static boolean present(String... sets) {
        for (String set : sets) {
            if (!Files.isDirectory(FOLDER.resolve(set))) {
                System.out.println("skipped: no " + set + " beside the project");
                return false;
            }
        }
        return true;
    }

    /** The records of a set. */
    static List<JsonNode> read(String set) {
        Path plain = FOLDER.resolve(set).resolve("data.jsonl");
        Path file = Files.exists(plain) ? plain : plain.resolveSibling("data.jsonl.gz");
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file == plain ? bytes : new GZIPInputStream(bytes);
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
