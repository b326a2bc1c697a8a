package io.chatmgmt.accuracy;

import io.chatmgmt.language.GramModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The models that are each learned without one fold of the data; learned once for all measurements of a run. */
final class CrossValidation {

    private static final @Nullable GramModel[] MODELS = new GramModel[Fold.COUNT];
    private static @Nullable DetectorTraining training;

    private CrossValidation() {}

    /** Skips the measurement where there is no data. */
    static void start() {
        Assumptions.assumeTrue(
                Dataset.present("senti4sd", "goemotions", "star", "nlupp", "ask_human_multi", "bitext_cs"));
    }

    /** The model that has not seen a fold. */
    static GramModel model(int fold) {
        if (MODELS[fold] == null) {
            training = training == null ? new DetectorTraining() : training;
            MODELS[fold] = training.without(fold);
        }
        return MODELS[fold];
    }
}
