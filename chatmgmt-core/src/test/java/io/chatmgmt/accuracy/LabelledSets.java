package io.chatmgmt.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sets of labelled questions that stand beside the repository; absent in most places, and then nothing is measured. */
final class LabelledSets {

    private static final Path DATA = Path.of("../../shared/data");
    private static final JsonMapper JSON = new JsonMapper();

    /** What people say in any matter. */
    private static final Set<String> NO_MATTER = Set.of(
            "contentonly",
            "confirmation",
            "rejection",
            "thankyou",
            "openinggreeting",
            "closinggreeting",
            "outofdomain");

    /** A question and the matter that it is about. */
    record Labelled(String text, String intent, String part) {

        boolean outOfScope() {
            return intent.equals("oos");
        }
    }

    private LabelledSets() {}

    /** Whether the sets are there; says so when they are not. */
    static boolean present(String... names) {
        for (String name : names) {
            if (!Files.isDirectory(DATA.resolve(name))) {
                System.out.println("skipped: no " + name + " beside the repository");
                return false;
            }
        }
        return true;
    }

    static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        InputStream bytes = Files.newInputStream(DATA.resolve(file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    static List<Labelled> banking77() throws IOException {
        return questions("banking77/data.jsonl");
    }

    static List<Labelled> clinc150() throws IOException {
        return questions("clinc150/data.jsonl.gz");
    }

    static List<Labelled> bitext() throws IOException {
        return questions("bitext_cs/data.jsonl");
    }

    private static List<Labelled> questions(String file) throws IOException {
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            String part = line.path("part").asString("");
            questions.add(
                    new Labelled(line.get("text").asString(), line.get("intent").asString(), part));
        }
        return questions;
    }

    static List<Labelled> natcs() throws IOException {
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode line : lines("natcs_utterances/data.jsonl")) {
            String intent =
                    line.get("domain").asString() + "/" + line.get("intent").asString();
            questions.add(new Labelled(line.get("text").asString(), intent, ""));
        }
        return questions;
    }

    /** Every third conversation, the turns with one matter of their own. */
    static List<Labelled> multidogo() throws IOException {
        List<Labelled> questions = new ArrayList<>();
        List<JsonNode> conversations = lines("multidogo/data.jsonl.gz");
        for (int i = 0; i < conversations.size(); i += 3) {
            for (JsonNode turn : conversations.get(i).get("customer_turns")) {
                JsonNode intents = turn.get("intents");
                if (intents.size() == 1 && !NO_MATTER.contains(intents.get(0).asString())) {
                    String domain = conversations.get(i).get("domain").asString();
                    questions.add(new Labelled(
                            turn.get("text").asString(),
                            domain + "/" + intents.get(0).asString(),
                            ""));
                }
            }
        }
        return questions;
    }
}
