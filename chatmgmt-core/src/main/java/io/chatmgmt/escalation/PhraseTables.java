package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.Vocabulary;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The phrase sets that the build has compiled already, over one vocabulary, and the ratings of words: to compile the phrases of
 * twelve languages takes longer than a customer should wait for the first answer. {@link PhraseTableGenerator} makes them.
 * Immutable, thread-safe.
 */
final class PhraseTables {

    static final String RESOURCE = "phrases.tables";

    private final Vocabulary vocabulary;
    private final byte[] ratings;
    private final Map<String, PhraseSet> sets = new HashMap<>();

    private PhraseTables(DataInputStream in) throws IOException {
        vocabulary = Vocabulary.read(in);
        ratings = new byte[vocabulary.size() + 1];
        in.readFully(ratings);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int mark = in.readInt();
            sets.put(name, PhraseSet.read(in, vocabulary, mark));
        }
    }

    /** Those of this library; read when the first detector needs them. */
    static PhraseTables ofDefaults() {
        return Defaults.TABLES;
    }

    private static final class Defaults {

        private static final PhraseTables TABLES = shipped();

        private Defaults() {}
    }

    private static PhraseTables shipped() {
        try (InputStream in = Objects.requireNonNull(PhraseTables.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new PhraseTables(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The words of all built-in detectors. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** For each row of the vocabulary how pleasant its word is, in tenths; 0 for a word without a rating. */
    byte[] ratings() {
        return ratings;
    }

    /** The set of some languages; empty for a choice of languages that is compiled when it is needed. */
    Optional<PhraseSet> find(Lexicon.Purpose purpose, List<String> languages) {
        return Optional.ofNullable(sets.get(name(purpose, languages)));
    }

    /** Such as "human" for all languages and "words-en" for one. */
    static String name(Lexicon.Purpose purpose, List<String> languages) {
        StringBuilder name = new StringBuilder(purpose.name().toLowerCase(Locale.ROOT));
        if (!languages.equals(Lexicon.LANGUAGES)) {
            for (String language : languages) {
                name.append('-').append(language);
            }
        }
        return name.toString();
    }
}
