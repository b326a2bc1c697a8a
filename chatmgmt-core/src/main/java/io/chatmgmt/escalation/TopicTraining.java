package io.chatmgmt.escalation;

import io.chatmgmt.language.TextScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Fits {@link TrainedTopics} to a history: once to each part of it, to see how it does on the rest, then to all of it. */
final class TopicTraining {

    /** In how many parts the history is cut to learn how sure the model may be. */
    private static final int PARTS = 3;

    /** The most features that a model keeps; of a longer history the rarest are left out. */
    static final int MAX_FEATURES = 1 << 20;

    /** Words that stood together only once may have done so by chance. */
    private static final int RAREST_COMPANY = 2;

    /** The most weights while training. */
    private static final int MAX_WEIGHTS = 1 << 27;

    private final List<String> topics;
    private final int[] labels;
    private final int[] parts;
    private final List<TopicFeatures> features;

    TopicTraining(List<TopicExample> examples) {
        TreeSet<String> codes = new TreeSet<>();
        examples.forEach(example -> example.topic().ifPresent(codes::add));
        if (codes.size() > TrainedTopics.MAX_TOPICS) {
            throw new IllegalArgumentException(
                    "examples must have at most " + TrainedTopics.MAX_TOPICS + " topics, not " + codes.size());
        }
        topics = List.copyOf(codes);
        labels = new int[examples.size()];
        parts = new int[examples.size()];
        features = new ArrayList<>(examples.size());
        int[] seen = new int[topics.size() + 1];
        TextScanner scanner = new TextScanner();
        for (int i = 0; i < labels.length; i++) {
            TopicExample example = examples.get(i);
            labels[i] = example.topic()
                    .map(code -> Collections.binarySearch(topics, code))
                    .orElse(-1);
            parts[i] = seen[labels[i] + 1]++ % PARTS;
            features.add(new TopicFeatures(scanner.scan(example.text())));
        }
        if (topics.isEmpty() || topics.size() == 1 && seen[0] == 0) {
            throw new IllegalArgumentException("examples must have at least two topics, or one and some out of scope");
        }
    }

    TrainedTopics train() {
        TopicTrial trial = new TopicTrial(labels.length);
        for (int part = 0; part < PARTS; part++) {
            TopicVocabulary known = vocabulary(part);
            TopicSeparation separation = separate(known, part);
            float[] margins = new float[topics.size()];
            for (int i = 0; i < labels.length; i++) {
                if (parts[i] == part) {
                    separation.measure(known.vector(features.get(i)), margins);
                    trial.note(i, margins, labels[i]);
                }
            }
        }
        TopicVocabulary vocabulary = vocabulary(PARTS);
        TopicWeights weights = TopicWeights.of(separate(vocabulary, PARTS), vocabulary.size());
        return new TrainedTopics(topics, vocabulary, weights, trial.surety());
    }

    private TopicSeparation separate(TopicVocabulary vocabulary, int without) {
        List<TopicVector> vectors = new ArrayList<>(labels.length);
        int[] kept = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (parts[i] != without) {
                kept[vectors.size()] = labels[i];
                vectors.add(vocabulary.vector(features.get(i)).merged());
            }
        }
        TopicSeparation separation = new TopicSeparation(vocabulary.size(), topics.size());
        separation.train(vectors, kept);
        return separation;
    }

    /** Counts in how many examples outside one part each feature occurs. */
    private TopicVocabulary vocabulary(int without) {
        int size = 0;
        long[] occurrences = new long[1 << 16];
        int counted = 0;
        for (int i = 0; i < labels.length; i++) {
            if (parts[i] != without) {
                counted++;
                TopicFeatures example = features.get(i);
                for (int block = 0; block < TopicFeatures.BLOCKS; block++) {
                    int count = example.size(block);
                    if (size + count > occurrences.length) {
                        occurrences = Arrays.copyOf(occurrences, Math.max(size + count, 2 * occurrences.length));
                    }
                    for (int j = 0; j < count; j++) {
                        occurrences[size++] = (long) example.hash(block, j) << 32 | i;
                    }
                }
            }
        }
        Arrays.sort(occurrences, 0, size);
        int room = Math.min(MAX_FEATURES, MAX_WEIGHTS / topics.size());
        TopicVocabulary vocabulary = vocabulary(occurrences, size, counted, 1);
        for (int rarest = 2; vocabulary.size() > room; rarest++) {
            vocabulary = vocabulary(occurrences, size, counted, rarest);
        }
        return vocabulary;
    }

    private static TopicVocabulary vocabulary(long[] occurrences, int size, int examples, int rarest) {
        int[] hashes = new int[size];
        float[] rarities = new float[size];
        int rows = 0;
        int start = 0;
        while (start < size) {
            int hash = (int) (occurrences[start] >> 32);
            int found = 1;
            int next = start + 1;
            while (next < size && (int) (occurrences[next] >> 32) == hash) {
                found += occurrences[next] == occurrences[next - 1] ? 0 : 1;
                next++;
            }
            if (found >= (TopicFeatures.inCompany(hash) ? Math.max(rarest, RAREST_COMPANY) : rarest)) {
                hashes[rows] = hash;
                rarities[rows++] = (float) (1 + StrictMath.log((1.0 + examples) / (1.0 + found)));
            }
            start = next;
        }
        return new TopicVocabulary(Arrays.copyOf(hashes, rows), Arrays.copyOf(rarities, rows));
    }
}
