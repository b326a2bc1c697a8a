package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * How good an episode was, as a program sees it. Immutable.
 *
 * @param score 0 to 100, not rounded
 * @param parts what it is made of
 * @param scorer who says so, with its version
 */
public record QualityScore(double score, List<PartScore> parts, String scorer) {

    private static final double MOST = 100;

    /** Checks the range and copies. */
    public QualityScore {
        points(score);
        parts = List.copyOf(parts);
        Objects.requireNonNull(scorer, "scorer");
    }

    /**
     * The band of the score.
     *
     * @return of the score as it is, not rounded
     */
    public QualityBand band() {
        return QualityBand.of(score);
    }

    static double points(double score) {
        if (!(score >= 0 && score <= MOST)) {
            throw new IllegalArgumentException("score must be within 0..100: " + score);
        }
        return score;
    }
}
