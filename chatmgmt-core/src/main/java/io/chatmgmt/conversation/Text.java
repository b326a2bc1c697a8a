package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody wrote, in the only place where it stands. Immutable.
 *
 * @param number its number within the conversation, from 1, in the order of arrival
 * @param kind what it is
 * @param author who wrote it
 * @param at when it arrived
 * @param sentAt when its author sent it, as the host says: orders the history, decides nothing
 * @param refersTo the number of the text that it answers, edits or corrects; 0 for none
 * @param content the words; empty once erased
 */
public record Text(int number, TextKind kind, Actor author, Instant at, Instant sentAt, int refersTo, String content) {

    /** Checks the number. */
    public Text {
        Bounds.positive(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(content, "content");
    }

    /**
     * The same without its words.
     *
     * @return a copy
     */
    public Text erased() {
        return content.isEmpty() ? this : new Text(number, kind, author, at, sentAt, refersTo, "");
    }
}
