package io.chatmgmt.language;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the models of {@link LetterModels} from the frequencies of letter sequences that come with the Lingua language
 * detector. Deterministic; takes some twenty minutes.
 */
final class LetterTraining {

    private static final List<LetterPlan> PLANS = List.of(
            new LetterPlan(Script.LATIN, 16, 40_000, 0.24),
            new LetterPlan(Script.CYRILLIC, 15, 40_000, 0.25),
            new LetterPlan(Script.ARABIC, 13, 40_000, 0.5));

    private LetterTraining() {}

    /**
     * Writes the models.
     *
     * @param args the folder for them, and the names of the scripts where not all are wanted
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        List<String> wanted = List.of(args).subList(1, args.length);
        for (LetterPlan plan : PLANS) {
            if (wanted.isEmpty() || wanted.contains(plan.script().name())) {
                write(model(plan), Path.of(args[0], LetterModels.name(plan.script())));
            }
        }
    }

    private static LetterModel model(LetterPlan plan) {
        List<String> tags = KnownLanguages.BY_SCRIPT.getOrDefault(plan.script(), List.of());
        List<WordSamples> samples =
                tags.parallelStream().map(tag -> draw(tag, plan)).toList();
        return new LetterModel(tags, new LetterLearner(samples, plan).learn());
    }

    private static WordSamples draw(String tag, LetterPlan plan) {
        try {
            WordSamples samples = WordSamples.draw(tag, plan);
            System.out.println(plan.script() + " " + tag + ": " + samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException("frequencies of " + tag + " cannot be read", e);
        }
    }

    private static void write(LetterModel model, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        System.out.println(file.getFileName() + ": " + Files.size(file) + " bytes");
    }
}
