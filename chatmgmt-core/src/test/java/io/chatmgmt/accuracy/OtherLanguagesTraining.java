package io.chatmgmt.accuracy;

import io.chatmgmt.escalation.Detectors;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.GramTraining;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.TextScanner;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Learns displeasure in other languages than English from the lines of {@link Subtitle XED}, which do not lie beside the
 * project, from sentences of customers and from the lexicons. It starts from what is known of English, whose words are mixed
 * into other languages and which a short text may be mistaken for. Prints for each language how often an angry line that
 * nothing was learned from scores higher than a calm one, and writes the model of all lines where the library finds it.
 * Deterministic.
 *
 * <pre>{@code
 * mvn -q -pl chatmgmt-core test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.chatmgmt.accuracy.OtherLanguagesTraining "-Dexec.args=<XED> \
 *     chatmgmt-core/src/main/resources/io/chatmgmt/escalation/displeasure-other-languages.grams"
 * }</pre>
 */
public final class OtherLanguagesTraining {

    /** The files of XED; Japanese has hardly any line. */
    private static final List<String> FILES = List.of(
            "de", "es", "fr", "br", "pt", "it", "nl", "pl", "tr", "ru", "cn", "tw", "ja", "ar", "bg", "cs", "da", "el",
            "fi", "he", "hr", "hu", "no", "ro", "sk", "sl", "sr", "sv");

    private static final GramTraining.Lane LANE = new GramTraining.Lane(14, 4e-6, 0);

    private OtherLanguagesTraining() {}

    /**
     * Learns, measures and writes.
     *
     * @param args the folder of XED and the file to write
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).resolve("Projections");
        GramTraining training = new GramTraining();
        training.headStart(0, new DetectorTraining().without(GramTraining.ALL), Detectors.DISPLEASED);
        FrustrationTexts texts = new FrustrationTexts(training, 0);
        for (String file : FILES) {
            texts.subtitles(read(folder, file), 1);
        }
        texts.wishesInOtherLanguages();
        for (String language : Lexicon.LANGUAGES) {
            if (!language.equals("en")) {
                texts.lexicon(language);
                texts.written(language);
            }
        }
        GramModel others = training.learn(0, LANE);
        for (String file : FILES) {
            System.out.println(measured(others, file, read(folder, file)));
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            training.learn(GramTraining.ALL, LANE).write(out);
        }
    }

    private static List<Subtitle> read(Path folder, String file) throws IOException {
        Path path = folder.resolve(file + "-projections.tsv");
        return Subtitle.read(Files.exists(path) ? path : folder.resolve(file + "-projections2.tsv"));
    }

    private static Measures measured(GramModel model, String name, List<Subtitle> lines) {
        Measures measures = new Measures("frustration, xed " + name);
        TextScanner scanner = new TextScanner();
        for (Subtitle line : lines) {
            if (Fold.of(line.text()) == 0 && (line.isAngry() || line.isCalm())) {
                double[] traits = Detectors.frustrationTraits(line.text());
                double sum = model.score(scanner.scan(line.text()), 0);
                for (int trait = 0; trait < traits.length; trait++) {
                    sum += model.trait(0, trait, traits[trait]);
                }
                measures.add(line.isAngry(), sum, sum >= 0);
            }
        }
        return measures;
    }
}
