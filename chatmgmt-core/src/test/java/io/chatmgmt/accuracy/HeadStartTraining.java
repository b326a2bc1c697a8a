package io.chatmgmt.accuracy;

import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.GramTraining;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns displeasure from the 43,410 comments of the training part of GoEmotions and the 27,000 English lines of XED, which do
 * not lie beside the project: nothing is measured on them, so all that is learned from the other sets, and each fold of them,
 * may start from it. Deterministic. The files are {@code data/original/train.tsv}, whose SHA-256 is
 * 1c254a142be5c00e80d819b9ae1bbd36d94b2eeb8f4b1271846508d57e57d9c5, and {@code labels.txt} beside it in
 * github.com/monologg/GoEmotions-pytorch at b75f9d3, and {@code en-annotated.tsv} and {@code neu_en.txt} in
 * {@code AnnotatedData} of a checkout of {@link Subtitle XED}.
 *
 * <pre>{@code
 * mvn -q -pl chatmgmt-core test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.chatmgmt.accuracy.HeadStartTraining \
 *     "-Dexec.args=<folder>/train.tsv <XED> chatmgmt-core/src/test/resources/io/chatmgmt/accuracy/comments.grams"
 * }</pre>
 */
public final class HeadStartTraining {

    private static final String RESOURCE = "comments.grams";

    private static final GramTraining.Lane NOTHING = new GramTraining.Lane(0, 1, 0);
    private static final GramTraining.Lane DISPLEASED = new GramTraining.Lane(14, 1e-5, 0);

    /** Films are not talks with a support team. */
    private static final double SUBTITLE_WEIGHT = 0.6;

    private HeadStartTraining() {}

    /** What was learned. */
    static GramModel read() {
        try (InputStream in = HeadStartTraining.class.getResourceAsStream(RESOURCE)) {
            return GramModel.read(new DataInputStream(new BufferedInputStream(Objects.requireNonNull(in, RESOURCE))));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Learns and writes.
     *
     * @param args the file of comments, the folder of XED, and the file to write
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path comments = Path.of(args[0]);
        Path subtitles = Path.of(args[1]).resolve("AnnotatedData");
        List<String> labels = Files.readAllLines(comments.resolveSibling("labels.txt"));
        GramTraining training = new GramTraining();
        FrustrationTexts texts = new FrustrationTexts(training, Detectors.DISPLEASED);
        for (String line : Files.readAllLines(comments)) {
            String[] fields = line.split("\t", -1);
            Set<String> emotions = Arrays.stream(fields[1].split(","))
                    .map(number -> labels.get(Integer.parseInt(number)))
                    .collect(Collectors.toSet());
            texts.comment(fields[0], emotions);
        }
        texts.subtitles(Subtitle.read(subtitles.resolve("en-annotated.tsv")), SUBTITLE_WEIGHT);
        texts.subtitles(Subtitle.readNeutral(subtitles.resolve("neu_en.txt")), SUBTITLE_WEIGHT);
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[2])))) {
            training.learn(GramTraining.ALL, NOTHING, DISPLEASED).write(out);
        }
    }
}
