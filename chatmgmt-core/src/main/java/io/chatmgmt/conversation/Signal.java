package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * What one detector heard in one message. Immutable.
 *
 * @param score how sure the detector is, 0 to 1
 * @param strength its decision at its operating point
 * @param evidence the words that decided, at most {@value #MAX_EVIDENCE}; empty when nothing was heard
 */
public record Signal(double score, Strength strength, List<Span> evidence) {

    /** The most spans that a signal carries. */
    public static final int MAX_EVIDENCE = 4;

    /**
     * From this score on the built-in detectors decide that they heard it. Below, a signal may still be worth a question: a
     * mention of customer service is a weak signal at 0.3.
     */
    public static final double OPERATING_POINT = 0.5;

    /** Nothing heard: score 0, no evidence. */
    public static final Signal NONE = new Signal(0, Strength.NONE, List.of());

    /** Checks the range and copies the evidence. */
    public Signal {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be within 0..1: " + score);
        }
        Objects.requireNonNull(strength, "strength");
        evidence = List.copyOf(evidence);
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException("evidence must hold at most " + MAX_EVIDENCE + " spans: " + evidence);
        }
    }

    /**
     * Whether anything was heard.
     *
     * @return true for a weak and for a strong signal
     */
    public boolean heard() {
        return strength != Strength.NONE;
    }
}
