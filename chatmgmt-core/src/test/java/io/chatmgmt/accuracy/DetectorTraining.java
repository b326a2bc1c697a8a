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
        new GramTraining.Lane(8, 1e-5), new GramTraining.Lane(12, 2e-3), new GramTraining.Lane(8, 3e-3)
    };

    private final GramTraining training = new GramTraining();

    /** Gathers the texts. */
    DetectorTraining() {
        new HumanRequestTexts(
                        Detectors::asksClearlyByPhrases,
                        (text, fold, asks, weight) -> add(text, fold, Detectors.HUMAN, asks ? 1 : 0, weight))
                .all();
        new FrustrationTexts(new FrustrationTexts.Learner() {
                    @Override
                    public void displeased(String text, int fold, double target, double weight) {
                        add(text, fold, Detectors.DISPLEASED, target, weight);
                    }

                    @Override
                    public void annoyed(String text, int fold, boolean annoyed, double weight) {
                        add(text, fold, Detectors.ANNOYED, annoyed ? 1 : 0, weight);
                    }
                })
                .all();
    }

    private void add(String text, int fold, int lane, double target, double weight) {
        float[] targets = new float[GramModel.LANES];
        float[] weights = new float[GramModel.LANES];
        targets[lane] = (float) target;
        weights[lane] = (float) weight;
        training.add(text, fold, targets, weights);
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
