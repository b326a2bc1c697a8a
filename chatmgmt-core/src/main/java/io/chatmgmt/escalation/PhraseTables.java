package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The phrase sets that the build has compiled already: to compile those of twelve languages takes longer than a customer
 * should wait for the first answer. {@link PhraseTableGenerator} makes them.
 */
final class PhraseTables {

    private PhraseTables() {}

    /** The set of some languages; empty for a choice of languages that is compiled when it is needed. */
    static Optional<PhraseSet> find(Lexicon.Purpose purpose, List<String> languages) {
        String table = name(purpose, languages);
        try (InputStream in = PhraseTables.class.getResourceAsStream(table)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(PhraseSet.read(new DataInputStream(new BufferedInputStream(in))));
        } catch (IOException e) {
            throw new UncheckedIOException("phrase table " + table + " cannot be read", e);
        }
    }

    /** Such as "human.phrases" for all languages and "words-en.phrases" for one. */
    static String name(Lexicon.Purpose purpose, List<String> languages) {
        StringBuilder name = new StringBuilder(purpose.name().toLowerCase(Locale.ROOT));
        if (!languages.equals(Lexicon.LANGUAGES)) {
            for (String language : languages) {
                name.append('-').append(language);
            }
        }
        return name.append(".phrases").toString();
    }
}
