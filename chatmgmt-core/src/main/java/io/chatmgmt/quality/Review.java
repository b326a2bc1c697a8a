package io.chatmgmt.quality;

import io.chatmgmt.conversation.QualityBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a filled-in scorecard comes to. Immutable. Where nothing applied there is no score, which is neither 0 nor 100.
 */
public final class Review {

    private final @Nullable Double raw;
    private final @Nullable Double score;
    private final List<String> failed;

    Review(@Nullable Double raw, @Nullable Double score, List<String> failed) {
        this.raw = raw;
        this.score = score;
        this.failed = List.copyOf(failed);
    }

    /**
     * The score that counts.
     *
     * @return 0 to 100, not rounded; empty when nothing applied
     */
    public OptionalDouble score() {
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /**
     * The score before critical criteria and automatic fails.
     *
     * @return 0 to 100, not rounded; empty when nothing applied
     */
    public OptionalDouble raw() {
        return raw == null ? OptionalDouble.empty() : OptionalDouble.of(raw);
    }

    /**
     * The grade: of the score as it is.
     *
     * @return empty when nothing applied
     */
    public Optional<QualityBand> grade() {
        return score == null ? Optional.empty() : Optional.of(QualityBand.of(score));
    }

    /**
     * The criteria whose answers made a section or the review fail.
     *
     * @return their ids
     */
    public List<String> failed() {
        return failed;
    }

    /**
     * The score for people, cut after one decimal: what shows 90.0 is excellent.
     *
     * @return a dash when nothing applied
     */
    public String shown() {
        return score == null
                ? "–"
                : new BigDecimal(score).setScale(1, RoundingMode.FLOOR).toPlainString();
    }

    /**
     * The score that counts, for those who keep it.
     *
     * @return null when nothing applied
     */
    public @Nullable Double scoreOrNull() {
        return score;
    }

    /**
     * The score before critical criteria and automatic fails, for those who keep it.
     *
     * @return null when nothing applied
     */
    public @Nullable Double rawOrNull() {
        return raw;
    }
}
