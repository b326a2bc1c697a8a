package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * An answer of the AI that was marked for its training. Immutable.
 *
 * @param text the number of the answer's text: names the mark
 * @param corrected the number of the text that would have been better, 0 for none
 * @param reason what was wrong with it
 * @param tags words to find it by, at most {@value #MAX_TAGS}
 * @param state how far it has come
 */
public record TrainingMark(int text, int corrected, OverrideReason reason, List<String> tags, TrainingState state) {

    /** The most tags that a mark has. */
    public static final int MAX_TAGS = 10;

    /** Checks the parts and copies the tags. */
    public TrainingMark {
        Bounds.positive(text, "text");
        Objects.requireNonNull(reason, "reason");
        tags = Bounds.tags(tags, MAX_TAGS);
        Objects.requireNonNull(state, "state");
    }

    TrainingMark in(TrainingState next) {
        return new TrainingMark(text, corrected, reason, tags, next);
    }
}
