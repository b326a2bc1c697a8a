package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import java.util.Objects;

/**
 * A place in a list, behind one conversation: the next page begins there, whatever has come, gone or moved meanwhile. A
 * conversation that did not change is on exactly one page. Immutable.
 *
 * @param rank the rank of the conversation before, see {@link LiveSort#rank(Conversation)}
 * @param conversation the host's id of the conversation before
 */
public record LiveCursor(long rank, String conversation) implements Comparable<LiveCursor> {

    /** Checks for null. */
    public LiveCursor {
        Objects.requireNonNull(conversation, "conversation");
    }

    /**
     * The place behind a conversation.
     *
     * @param row the conversation
     * @param sort the order of the list
     * @return the place
     */
    public static LiveCursor behind(Conversation row, LiveSort sort) {
        return new LiveCursor(sort.rank(row), row.id().value());
    }

    /**
     * Reads a cursor that has been written down.
     *
     * @param token what {@link #toString()} gave
     * @return the cursor
     * @throws IllegalArgumentException when it is not one
     */
    public static LiveCursor parse(String token) {
        int end = token.indexOf('~');
        try {
            return new LiveCursor(Long.parseLong(token, 0, Math.max(end, 0), 36), token.substring(end + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor: " + token, e);
        }
    }

    @Override
    public int compareTo(LiveCursor other) {
        int order = Long.compare(rank, other.rank);
        return order != 0 ? order : conversation.compareTo(other.conversation);
    }

    /** A short token for links and requests; {@link #parse} reads it. */
    @Override
    public String toString() {
        return Long.toString(rank, 36) + '~' + conversation;
    }
}
