package io.chatmgmt.accuracy;

import io.chatmgmt.language.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sentences of customers that were written for this project, to learn from: expressions in the notation of the lexicons. */
final class WrittenSentences {

    private WrittenSentences() {}

    /** What is written for a detector in a language, in one section; nothing where there is no such file. */
    static List<String> of(String detector, String language, String section) {
        String file = detector + "/" + language + ".txt";
        try (InputStream in = WrittenSentences.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : Lexicon.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .phrases(section);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
