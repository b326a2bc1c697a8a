package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.language.ScannedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A topic classifier that a host fits to its own labelled history: in any language, with any topics, and silent on what is
 * about none of them. Immutable and thread-safe.
 *
 * <pre>{@code
 * TrainedTopics topics = TrainedTopics.train(history);
 * Ear ear = Ear.builder().topicClassifier(topics.or(TopicClassifier.ofDefaults())).build();
 * }</pre>
 *
 * <p>The score is the probability that the topic is right, as learned from parts of the history that were held out. Below
 * a floor on the margin, which gives up at most 2 in 1,000 right answers of the held-out history unless its examples
 * without a topic make more worth while, a message is out of scope.
 */
public final class TrainedTopics implements TopicClassifier {

    /** The most topics that a model tells apart. */
    public static final int MAX_TOPICS = 4_096;

    private final List<String> topics;
    private final TopicVocabulary vocabulary;
    private final TopicWeights weights;
    private final TopicSurety surety;

    TrainedTopics(List<String> topics, TopicVocabulary vocabulary, TopicWeights weights, TopicSurety surety) {
        this.topics = List.copyOf(topics);
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.surety = surety;
    }

    /**
     * Learns from a history. The same examples in the same order give the same model, byte for byte. Takes a second for
     * 1,000s of examples and needs 4 bytes for each example and each feature with each topic: some 100 MB for 15,000
     * examples of 150 topics.
     *
     * @param examples messages with their topics; those without a topic teach what is out of scope
     * @return the model
     * @throws IllegalArgumentException unless the examples have at least two topics, or one and some out of scope, and at
     *     most {@value #MAX_TOPICS}
     */
    public static TrainedTopics train(List<TopicExample> examples) {
        return new TopicTraining(List.copyOf(examples)).train();
    }

    /**
     * Reads a model that {@link #write} wrote, to the end of the stream.
     *
     * @param in where it stands; not closed
     * @return the model
     * @throws IOException when the stream cannot be read
     * @throws TopicModelException when it holds no model, a damaged one, or one of another format
     */
    public static TrainedTopics read(InputStream in) throws IOException {
        return TopicModelFormat.read(Objects.requireNonNull(in, "in"));
    }

    /**
     * Writes the model.
     *
     * @param out where to; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        TopicModelFormat.write(this, Objects.requireNonNull(out, "out"));
    }

    /**
     * The topics that it tells apart.
     *
     * @return their codes in alphabetical order
     */
    public List<String> topics() {
        return topics;
    }

    @Override
    public Optional<TopicGuess> classify(ScannedText text, String language) {
        TopicVector vector = vocabulary.vector(new TopicFeatures(text));
        if (vector.size == 0) {
            return Optional.empty();
        }
        float[] margins = weights.margins(vector);
        int first = TopicSurety.first(margins);
        if (margins[first] < surety.floor()) {
            return Optional.empty();
        }
        double score = surety.score(margins[first], TopicSurety.second(margins, first));
        return Optional.of(new TopicGuess(topics.get(first), score, evidence(text, vector, first)));
    }

    /** The words that said most for the topic, in the order of the text. */
    private List<Span> evidence(ScannedText text, TopicVector vector, int topic) {
        float[] said = new float[text.size()];
        float most = 0;
        for (int i = 0; i < vector.size; i++) {
            int token = vector.tokens[i];
            said[token] += vector.values[i] * weights.weight(vector.rows[i], topic);
            most = Math.max(most, said[token]);
        }
        List<Span> spans = new ArrayList<>();
        for (int token = 0; token < said.length && spans.size() < Signal.MAX_EVIDENCE; token++) {
            if (said[token] > 0 && said[token] >= most / 2) {
                spans.add(text.span(token, token));
            }
        }
        return spans;
    }

    TopicVocabulary vocabulary() {
        return vocabulary;
    }

    TopicWeights weights() {
        return weights;
    }

    TopicSurety surety() {
        return surety;
    }
}
