package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * One part of a quality score. Immutable.
 *
 * @param part which part
 * @param score 0 to 100
 * @param basis what it was found by, a code: {@code RATED} or {@code PREDICTED} for satisfaction
 * @param messages the numbers of the messages that lowered it, at most {@value #MAX_MESSAGES}
 */
public record PartScore(QualityPart part, double score, String basis, List<Integer> messages) {

    /** The most messages that a part names. */
    public static final int MAX_MESSAGES = 8;

    /** Checks the range and copies. */
    public PartScore {
        Objects.requireNonNull(part, "part");
        QualityScore.points(score);
        Objects.requireNonNull(basis, "basis");
        messages = List.copyOf(messages.size() > MAX_MESSAGES ? messages.subList(0, MAX_MESSAGES) : messages);
    }
}
