package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/**
 * What a person wrote down when they closed the matter, for whoever has the next one like it. Immutable.
 *
 * @param reason why it was closed, a code of the host's
 * @param cause the number of the text that says what was behind it
 * @param answer the number of the text that says what helped
 * @param reuse whether the answer helps others, too
 * @param tags words to find it by, at most {@value TrainingMark#MAX_TAGS}
 */
public record Closure(String reason, int cause, int answer, Reuse reuse, List<String> tags) {

    /** Whether an answer helps others, too. */
    public enum Reuse {
        /** It does: the AI may learn from it. */
        REUSABLE,
        /** It was for this customer alone. */
        ONE_OFF
    }

    /** Checks the parts and copies the tags. */
    public Closure {
        Bounds.identifier(reason, "reason");
        Bounds.positive(cause, "cause");
        Bounds.positive(answer, "answer");
        Objects.requireNonNull(reuse, "reuse");
        tags = Bounds.tags(tags, TrainingMark.MAX_TAGS);
    }
}
