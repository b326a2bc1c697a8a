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

    private static final GramTraining.Lane HUMAN = new GramTraining.Lane(8, 1e-5);

    private final GramTraining training = new GramTraining();

    /** Gathers the texts. */
    DetectorTraining() {
        new HumanRequestTexts(Detectors::asksClearlyByPhrases, this::humanRequest).all();
    }

    private void humanRequest(String text, int fold, boolean asks, float weight) {
        float[] targets = new float[GramModel.LANES];
        float[] weights = new float[GramModel.LANES];
        targets[Detectors.HUMAN] = asks ? 1 : 0;
        weights[Detectors.HUMAN] = weight;
        training.add(text, fold, targets, weights);
    }

    /** The model of all texts but those of one fold. */
    GramModel without(int fold) {
        return training.learn(fold, HUMAN);
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
