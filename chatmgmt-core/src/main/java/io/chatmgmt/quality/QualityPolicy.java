package io.chatmgmt.quality;

import io.chatmgmt.conversation.QualityPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What counts how much in the automated quality. Immutable; ranges are checked when the whole policy is built.
 *
 * @param weights what each part weighs, 0 and above; 0 shows a part without counting it. A part that does not apply
 *     leaves its weight to the others
 * @param minWords how many words an episode needs to be scored; 10 by default
 * @param lowQualityBelow the running score below which a conversation is flagged; 70 by default
 * @param promptWithin an answer within this time is as fast as anybody wants; 10 s by default
 * @param lateAfter an answer after this time is as good as none; 2 min by default
 */
public record QualityPolicy(
        Map<QualityPart, Integer> weights,
        int minWords,
        double lowQualityBelow,
        Duration promptWithin,
        Duration lateAfter) {

    private static final QualityPolicy DEFAULTS = new QualityPolicy(
            Map.of(
                    QualityPart.RESOLUTION, 50,
                    QualityPart.SATISFACTION, 20,
                    QualityPart.RELEVANCE, 10,
                    QualityPart.COMPLETENESS, 5,
                    QualityPart.FOLLOW_UP, 10,
                    QualityPart.TIME, 5,
                    QualityPart.ESCALATION, 5,
                    QualityPart.ACCURACY, 0,
                    QualityPart.CLARITY, 0,
                    QualityPart.HELPFULNESS, 0),
            10,
            70,
            Duration.ofSeconds(10),
            Duration.ofMinutes(2));

    /** Checks for nulls and copies. */
    public QualityPolicy {
        weights = Map.copyOf(weights);
        Objects.requireNonNull(promptWithin, "promptWithin");
        Objects.requireNonNull(lateAfter, "lateAfter");
    }

    /**
     * The defaults: resolution weighs half, because on recorded conversations it is what tells success from failure.
     *
     * @return the default policy
     */
    public static QualityPolicy ofDefaults() {
        return DEFAULTS;
    }

    /**
     * The same policy with another weight.
     *
     * @param part which part
     * @param weight 0 and above
     * @return a copy
     */
    public QualityPolicy weighing(QualityPart part, int weight) {
        Map<QualityPart, Integer> changed = new HashMap<>(weights);
        changed.put(part, weight);
        return new QualityPolicy(changed, minWords, lowQualityBelow, promptWithin, lateAfter);
    }

    /**
     * What a part weighs.
     *
     * @param part which part
     * @return 0 where the policy does not name it
     */
    public int weight(QualityPart part) {
        return weights.getOrDefault(part, 0);
    }
}
