package io.chatmgmt.accuracy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A text whose language is known. */
record LanguageSample(String language, Kind kind, String text) {

    enum Kind {
        WORD,
        PAIR,
        SENTENCE,
        COMMAND
    }

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<LanguageSample> lingua() throws IOException {
        return read(DATA.resolve("lid_lingua").resolve("data.jsonl.gz"));
    }

    static List<LanguageSample> xsid() throws IOException {
        return read(DATA.resolve("lid_xsid").resolve("data.jsonl"));
    }

    private static List<LanguageSample> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            System.out.println("skipped: no " + file.getFileName() + " of "
                    + file.getParent().getFileName());
        }
        assumeTrue(Files.exists(file));
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines().map(LanguageSample::parse).toList();
        }
    }

    private static LanguageSample parse(String line) {
        JsonNode node = JSON.readTree(line);
        JsonNode kind = node.get("kind");
        return new LanguageSample(
                node.get("lang").asString(),
                kind == null ? Kind.COMMAND : Kind.valueOf(kind.asString().toUpperCase(Locale.ROOT)),
                node.get("text").asString());
    }
}
