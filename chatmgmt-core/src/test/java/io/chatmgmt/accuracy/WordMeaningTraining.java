package io.chatmgmt.accuracy;

import io.chatmgmt.accuracy.LabelledQuestions.Labelled;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Learns the directions of words (the resource {@code meanings.words}) from questions whose matters are known: the sum of
 * a question's words is to point at its matter and away from the other matters of the same set. Deterministic. Run the
 * main method in the folder of the core module to make the resource anew.
 */
final class WordMeaningTraining {

    private static final int DIMENSIONS = 64;
    private static final int ROUNDS = 5;
    private static final int RAREST = 3;
    private static final int SHORTEST = 3;
    private static final float RATE = 0.15f;
    private static final float SHARPNESS = 12;
    /** How many words are left out at random, so that none is relied on. */
    private static final float LEFT_OUT = 0.2f;

    private static final int FORMAT = 1;
    /** What the average direction of a known word is scaled to, and that of an unknown one. */
    private static final int KNOWN = 32;

    private static final int UNKNOWN = 20;

    private final Map<Integer, Integer> rows = new TreeMap<>();
    private final List<int[]> questions = new ArrayList<>();
    private final List<MatterDirections> sets = new ArrayList<>();
    private final List<Integer> set = new ArrayList<>();
    private final List<Integer> matter = new ArrayList<>();
    private float[][] words = {};
    private float[][] wordSteps = {};
    private long state = 0x2545F4914F6CDD1DL;

    /** Learns from all sets but the questions of banking77 that are to be left unseen. */
    static byte[] learn(Predicate<Labelled> seen) throws IOException {
        WordMeaningTraining training = new WordMeaningTraining();
        training.add(LabelledQuestions.banking77().stream().filter(seen).toList());
        training.add(LabelledQuestions.clinc150());
        training.add(LabelledQuestions.bitext());
        training.add(LabelledQuestions.natcs());
        training.add(LabelledQuestions.multidogo());
        training.train();
        return training.bytes();
    }

    /** Writes the resource. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of("src/main/resources/io/chatmgmt/escalation/meanings.words"), learn(question -> true));
    }

    private void add(List<Labelled> labelled) {
        TextScanner scanner = new TextScanner();
        Map<String, Integer> matters = new HashMap<>();
        for (Labelled question : labelled) {
            ScannedText text = scanner.scan(question.text());
            int[] hashes = new int[text.size()];
            int count = 0;
            for (int token = 0; token < hashes.length; token++) {
                if (!text.emoji(token) && !text.number(token)) {
                    hashes[count++] = text.hash(token);
                }
            }
            if (count >= SHORTEST && !question.outOfScope()) {
                questions.add(Arrays.copyOf(hashes, count));
                set.add(sets.size());
                matter.add(matters.computeIfAbsent(question.intent(), intent -> matters.size()));
            }
        }
        sets.add(new MatterDirections(matters.size(), DIMENSIONS, SHARPNESS));
    }

    private void train() {
        Map<Integer, Integer> counts = new TreeMap<>();
        questions.forEach(question -> Arrays.stream(question).forEach(hash -> counts.merge(hash, 1, Integer::sum)));
        counts.forEach((hash, count) -> {
            if (count >= RAREST) {
                rows.put(hash, rows.size());
            }
        });
        words = new float[rows.size()][DIMENSIONS];
        wordSteps = new float[rows.size()][DIMENSIONS];
        for (float[] word : words) {
            scatter(word);
        }
        for (MatterDirections directions : sets) {
            for (float[] direction : directions.directions) {
                scatter(direction);
            }
        }
        int[] order = new int[questions.size()];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = (int) (random() * (i + 1));
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            for (int i : order) {
                learn(i, RATE * (1 - round / (float) ROUNDS));
            }
        }
    }

    private void scatter(float[] vector) {
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = random() - 0.5f;
        }
    }

    private float random() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >>> 40) / (float) (1 << 24);
    }

    private void learn(int question, float rate) {
        int[] used = new int[questions.get(question).length];
        int count = 0;
        float[] sum = new float[DIMENSIONS];
        for (int hash : questions.get(question)) {
            Integer row = rows.get(hash);
            if (row != null && random() >= LEFT_OUT) {
                used[count++] = row;
                for (int d = 0; d < DIMENSIONS; d++) {
                    sum[d] += words[row][d];
                }
            }
        }
        if (count == 0) {
            return;
        }
        float[] pull = sets.get(set.get(question)).pull(sum, matter.get(question), rate);
        for (int i = 0; i < count; i++) {
            MatterDirections.step(words[used[i]], wordSteps[used[i]], pull, rate);
        }
    }

    private byte[] bytes() throws IOException {
        double squares = 0;
        for (float[] word : words) {
            for (float value : word) {
                squares += value * value;
            }
        }
        double scale = KNOWN / Math.sqrt(squares / Math.max(1, words.length * DIMENSIONS));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(rows.size());
            out.writeByte(UNKNOWN);
            for (int hash : rows.keySet()) {
                out.writeInt(hash);
            }
            for (float[] word : words) {
                for (float value : word) {
                    out.writeByte((int) Math.max(-127, Math.min(127, Math.rint(value * scale))));
                }
            }
        }
        return bytes.toByteArray();
    }
}
