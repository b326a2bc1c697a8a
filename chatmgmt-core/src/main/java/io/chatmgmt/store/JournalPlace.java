package io.chatmgmt.store;

import io.chatmgmt.conversation.JournalRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * The place of a journal row among those of a tenant: in order of time, then of conversation, then of version. Immutable.
 *
 * @param at when the row was written
 * @param conversation the host's id of its conversation
 * @param version its version
 */
public record JournalPlace(Instant at, String conversation, long version) implements Comparable<JournalPlace> {

    private static final Comparator<JournalPlace> ORDER = Comparator.comparing(JournalPlace::at)
            .thenComparing(JournalPlace::conversation)
            .thenComparingLong(JournalPlace::version);

    /** Checks for nulls. */
    public JournalPlace {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(conversation, "conversation");
    }

    /**
     * The place of a row.
     *
     * @param row the row
     * @return its place
     */
    public static JournalPlace of(JournalRow row) {
        return new JournalPlace(row.at(), row.conversation().value(), row.version());
    }

    @Override
    public int compareTo(JournalPlace other) {
        return ORDER.compare(this, other);
    }
}
