package io.chatmgmt.accuracy;

import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.GramTraining;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Learns what the built-in detectors know beyond their lexicons, and writes it where the library finds it. Deterministic: the
 * same data gives the same file.
 *
 * <pre>{@code
 * mvn -q -pl chatmgmt-core test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.chatmgmt.accuracy.DetectorTraining \
 *     -Dexec.args=chatmgmt-core/src/main/resources/io/chatmgmt/escalation/detectors.grams
 * }</pre>
 */
public final class DetectorTraining {

    /** One for each lane, in the order of their numbers. */
    private static final GramTraining.Lane[] LANES = {
        new GramTraining.Lane(12, 4e-6, 0), new GramTraining.Lane(14, 3e-5, 0.6)
    };

    private final GramTraining training = new GramTraining();

    /** Gathers the texts. */
    DetectorTraining() {
        training.headStart(Detectors.DISPLEASED, HeadStartTraining.read(), Detectors.DISPLEASED);
        new HumanRequestTexts(Detectors::asksClearlyByPhrases, this::request).all();
        new FrustrationTexts(training, Detectors.DISPLEASED).all();
    }

    private void request(String text, int fold, boolean asks, float weight) {
        training.labelled(text, new GramTraining.Place(Detectors.HUMAN, GramTraining.ONLY, fold), asks ? 1 : 0, weight);
    }

    /** The model of all texts but those of one fold. */
    GramModel without(int fold) {
        return training.learn(fold, LANES);
    }

    /**
     * Writes the model.
     *
     * @param args the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            new DetectorTraining().without(GramTraining.ALL).write(out);
        }
    }
}
