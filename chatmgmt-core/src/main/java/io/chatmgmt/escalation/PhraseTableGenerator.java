package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles the built-in lexicons into {@link PhraseTables}; run by the build whenever it has compiled the sources. */
final class PhraseTableGenerator {

    private PhraseTableGenerator() {}

    /**
     * Writes the tables beside the classes.
     *
     * @param args the folder of the compiled classes
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "io", "chatmgmt", "escalation");
        for (Map.Entry<String, byte[]> table : tables().entrySet()) {
            Files.write(folder.resolve(table.getKey()), table.getValue());
        }
    }

    /** All tables by their names. */
    static Map<String, byte[]> tables() throws IOException {
        Map<String, byte[]> tables = new TreeMap<>();
        List<String> all = Lexicon.LANGUAGES;
        add(tables, Lexicon.Purpose.HUMAN, all, BuiltInHumanRequestDetector.SECTIONS);
        add(tables, Lexicon.Purpose.FRUSTRATION, all, BuiltInFrustrationDetector.SECTIONS);
        add(tables, Lexicon.Purpose.TOPIC, all, PhraseTopicClassifier.SECTIONS);
        add(tables, Lexicon.Purpose.SMALLTALK, all, PhraseSmallTalkDetector.SECTIONS);
        add(tables, Lexicon.Purpose.NEGATION, all, Negations.SECTIONS);
        for (String language : all) {
            add(tables, Lexicon.Purpose.NEGATION, List.of(language), Negations.SECTIONS);
            add(tables, Lexicon.Purpose.WORDS, List.of(language), QuestionPrinter.NEGLIGIBLE);
        }
        return tables;
    }

    private static void add(
            Map<String, byte[]> tables, Lexicon.Purpose purpose, List<String> languages, List<String> sections)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LexiconPhrases.compile(purpose, languages, sections).write(new DataOutputStream(bytes));
        tables.put(PhraseTables.name(purpose, languages), bytes.toByteArray());
    }
}
