package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Lets tests hear with other meanings of words than those that ship, and look at those that do. */
public final class LearnedMeanings {

    private LearnedMeanings() {}

    /** An ear whose meanings of words have just been learned. */
    public static Ear ear(byte[] meanings) throws IOException {
        WordMeanings read = WordMeanings.read(new ByteArrayInputStream(meanings));
        return Ear.builder()
                .questionPrinter(new QuestionPrinter(Lexicon.LANGUAGES, read))
                .build();
    }

    /** The bytes that ship. */
    public static byte[] shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(WordMeanings.class.getResourceAsStream(WordMeanings.NAME))) {
            return in.readAllBytes();
        }
    }
}
