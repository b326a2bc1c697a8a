package io.chatmgmt.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of a film and what its speaker felt, of XED (github.com/Helsinki-NLP/XED at 76666d2, CC BY 4.0): people annotated the
 * English lines, and their labels were carried over to the translations. Immutable.
 *
 * @param text what is said
 * @param emotions the numbers of the emotions, as the data set's README has them; none for neutral
 */
record Subtitle(String text, Set<Integer> emotions) {

    private static final int ANGER = 1;
    private static final int DISGUST = 3;
    private static final int FEAR = 4;
    private static final int SADNESS = 6;

    private static final String NUMBERS = "\\d( *, *\\d)*";

    /** The lines of a file of emotions, without those that are no such line. */
    static List<Subtitle> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length > 1 && fields[1].strip().matches(NUMBERS))
                .map(fields -> new Subtitle(
                        fields[0],
                        Arrays.stream(fields[1].split(","))
                                .map(number -> Integer.valueOf(number.strip()))
                                .collect(Collectors.toSet())))
                .toList();
    }

    /** The lines of a file of neutral ones. */
    static List<Subtitle> readNeutral(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length > 1)
                .map(fields -> new Subtitle(fields[1], Set.of()))
                .toList();
    }

    boolean isAngry() {
        return emotions.contains(ANGER);
    }

    /** Neither angry nor sad nor afraid. */
    boolean isCalm() {
        return target() == 0;
    }

    /** How probable it is that the speaker is displeased. */
    double target() {
        if (isAngry() || emotions.contains(DISGUST)) {
            return 1;
        }
        return emotions.contains(SADNESS) || emotions.contains(FEAR) ? 0.5 : 0;
    }

    /** How much that matters. */
    double weight() {
        if (isAngry()) {
            return 1;
        }
        if (emotions.isEmpty() || emotions.contains(DISGUST)) {
            return 0.5;
        }
        return isCalm() ? 0.7 : 0.3;
    }
}
