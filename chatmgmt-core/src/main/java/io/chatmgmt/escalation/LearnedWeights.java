package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.language.GramModel;
import io.chatmgmt.language.ScannedText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What a built-in detector has learned from others' texts; the file NOTICE names whose. Immutable, thread-safe.
 *
 * @param model the weights, which detectors may share
 * @param lane the number of the detector in the model
 */
record LearnedWeights(GramModel model, int lane) {

    /** The number of requests for a person in the model {@link #DETECTORS}. */
    static final int HUMAN = 0;

    /** The number of displeasure with anything in the model {@link #DETECTORS}. */
    static final int DISPLEASED = 1;

    /** The file beside this class of requests in every language, and of displeasure in English. */
    private static final String DETECTORS = "detectors.grams";

    /** The file of displeasure in other languages, which has a model of its own: "die" and "no" are words of many. */
    private static final String OTHER_LANGUAGES = "displeasure-other-languages.grams";

    /** Requests for a person, in any language. */
    static LearnedWeights humanRequests() {
        return new LearnedWeights(Detectors.MODEL, HUMAN);
    }

    /** Displeasure, in English. */
    static LearnedWeights displeasure() {
        return new LearnedWeights(Detectors.MODEL, DISPLEASED);
    }

    /** Displeasure, in any other language; read when the first message in one is there. */
    static LearnedWeights displeasureInOtherLanguages() {
        return OtherLanguages.WEIGHTS;
    }

    /** What was learned to make of the words; see {@link GramModel#score}. */
    double score(ScannedText text) {
        return model.score(text, lane);
    }

    /** What was learned to make of a trait; see {@link GramModel#trait}. */
    double trait(int trait, double value) {
        return model.trait(lane, trait, value);
    }

    /** The words that spoke most for it. */
    List<Span> evidence(ScannedText text) {
        return model.evidence(text, lane, Signal.MAX_EVIDENCE);
    }

    private static final class Detectors {

        private static final GramModel MODEL = read(DETECTORS);

        private Detectors() {}
    }

    private static final class OtherLanguages {

        private static final LearnedWeights WEIGHTS = new LearnedWeights(read(OTHER_LANGUAGES), 0);

        private OtherLanguages() {}
    }

    private static GramModel read(String resource) {
        try (InputStream in = LearnedWeights.class.getResourceAsStream(resource)) {
            return GramModel.read(new DataInputStream(new BufferedInputStream(Objects.requireNonNull(in, resource))));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
