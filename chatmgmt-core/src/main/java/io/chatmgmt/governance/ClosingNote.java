package io.chatmgmt.governance;

import io.chatmgmt.conversation.Closure;
import java.util.List;
import java.util.Objects;

/**
 * What a person writes down when they close a matter; everything but the tags is required. Immutable.
 *
 * @param reason why it is closed, a code of the host's, for example {@code solved}
 * @param cause what was behind it, in the person's words
 * @param answer what helped, in the person's words
 * @param reuse whether the answer helps others, too
 * @param tags words to find it by
 */
public record ClosingNote(String reason, String cause, String answer, Closure.Reuse reuse, List<String> tags) {

    /** Checks that nothing required is missing, and copies the tags. */
    public ClosingNote {
        Desk.written(reason, "reason");
        Desk.written(cause, "cause");
        Desk.written(answer, "answer");
        Objects.requireNonNull(reuse, "reuse");
        tags = List.copyOf(tags);
    }

    /**
     * A note without tags.
     *
     * @param reason why it is closed, a code of the host's
     * @param cause what was behind it
     * @param answer what helped
     * @param reuse whether the answer helps others, too
     * @return the note
     */
    public static ClosingNote of(String reason, String cause, String answer, Closure.Reuse reuse) {
        return new ClosingNote(reason, cause, answer, reuse, List.of());
    }
}
