package io.chatmgmt.escalation;

import io.chatmgmt.language.GramModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The weights that the built-in detectors have learned from others' texts; the file NOTICE names whose. */
final class LearnedWeights {

    /** The file beside this class that holds them. */
    static final String RESOURCE = "detectors.grams";

    /** The numbers of the detectors in the model. */
    static final int HUMAN = 0;

    /** Displeasure with anything. */
    static final int DISPLEASED = 1;

    private LearnedWeights() {}

    /** The weights of this library; read when the first detector needs them. */
    static GramModel ofDefaults() {
        return Defaults.MODEL;
    }

    private static final class Defaults {

        private static final GramModel MODEL = read();

        private Defaults() {}

        private static GramModel read() {
            try (InputStream in = LearnedWeights.class.getResourceAsStream(RESOURCE)) {
                return GramModel.read(
                        new DataInputStream(new BufferedInputStream(Objects.requireNonNull(in, RESOURCE))));
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE + " cannot be read", e);
            }
        }
    }
}
