package io.chatmgmt.language;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains the model of {@link LetterTable}; run by the build whenever it has compiled the sources. */
final class LetterTableGenerator {

    private LetterTableGenerator() {}

    /**
     * Writes the table beside the classes.
     *
     * @param args the folder of the compiled classes
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0], "io", "chatmgmt", "language", LetterTable.NAME), table());
    }

    static byte[] table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LetterModelTraining(KnownLanguages.LATIN).model().write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
