package io.chatmgmt.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The {@link LetterModel} of all languages in Latin script as {@link LetterTableGenerator} made it. */
final class LetterTable {

    static final String NAME = "latin.letters";

    private LetterTable() {}

    /** The model; made now, which takes a while, where the build had no chance to, such as in an editor. */
    static LetterModel read() {
        try (InputStream in = LetterTable.class.getResourceAsStream(NAME)) {
            return in == null
                    ? new LetterModelTraining(KnownLanguages.LATIN).model()
                    : LetterModel.read(KnownLanguages.LATIN, new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("letter table " + NAME + " cannot be read", e);
        }
    }
}
