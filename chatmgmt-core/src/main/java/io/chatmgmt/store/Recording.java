package io.chatmgmt.store;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.metrics.RecordedRows;
import java.util.Objects;

/**
 * What a stretch of a conversation's journal counts for, and that it is counted from now on: both take effect, or nothing.
 *
 * @param conversation which conversation
 * @param after the version up to which its journal was counted before
 * @param upTo the version up to which it is counted then, above {@code after}
 * @param records what the rows between count for; none where they count for nothing
 */
public record Recording(ConversationId conversation, long after, long upTo, RecordedRows records) {

    /** Checks the versions. */
    public Recording {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(records, "records");
        if (after < 0 || upTo <= after) {
            throw new IllegalArgumentException("upTo must be above after: " + after + ", " + upTo);
        }
    }
}
