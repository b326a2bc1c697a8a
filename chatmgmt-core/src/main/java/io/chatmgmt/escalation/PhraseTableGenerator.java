package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.TextScanner;
import io.chatmgmt.language.Vocabulary;
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

    /** A set of phrases and the mark of the words that they begin with. */
    private record Table(PhraseSet phrases, int mark) {}

    private final Map<String, Table> tables = new TreeMap<>();

    private PhraseTableGenerator() {
        List<String> all = Lexicon.LANGUAGES;
        add(Lexicon.Purpose.HUMAN, all, BuiltInHumanRequestDetector.SECTIONS);
        add(Lexicon.Purpose.FRUSTRATION, all, BuiltInFrustrationDetector.SECTIONS);
        add(Lexicon.Purpose.TOPIC, all, PhraseTopicClassifier.SECTIONS);
        add(Lexicon.Purpose.SMALLTALK, all, PhraseSmallTalkDetector.SECTIONS);
        add(Lexicon.Purpose.NEGATION, all, Negations.SECTIONS);
        for (String language : all) {
            add(Lexicon.Purpose.NEGATION, List.of(language), Negations.SECTIONS);
            add(Lexicon.Purpose.WORDS, List.of(language), QuestionPrinter.NEGLIGIBLE);
        }
    }

    /**
     * Writes the tables beside the classes.
     *
     * @param args the folder of the compiled classes
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0], "io", "chatmgmt", "escalation", PhraseTables.RESOURCE), tables());
    }

    /** All tables as they are read again. */
    static byte[] tables() throws IOException {
        return new PhraseTableGenerator().bytes();
    }

    private void add(Lexicon.Purpose purpose, List<String> languages, List<String> sections) {
        PhraseSet phrases = LexiconPhrases.compile(purpose, languages, sections);
        tables.put(PhraseTables.name(purpose, languages), new Table(phrases, Marks.begins(purpose)));
    }

    private byte[] bytes() throws IOException {
        Vocabulary.Builder words = new Vocabulary.Builder();
        tables.values().forEach(table -> table.phrases.addTo(words, table.mark));
        TextScanner scanner = new TextScanner();
        Valence.addTo(words, scanner);
        WordMeanings.addTo(words);
        Vocabulary vocabulary = words.build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        vocabulary.write(out);
        out.write(Valence.ratings(vocabulary, scanner));
        out.writeInt(tables.size());
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            int mark = table.getValue().mark;
            out.writeUTF(table.getKey());
            out.writeInt(mark);
            table.getValue().phrases.over(vocabulary, mark).write(out);
        }
        return bytes.toByteArray();
    }
}
