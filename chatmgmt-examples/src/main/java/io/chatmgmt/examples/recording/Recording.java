package io.chatmgmt.examples.recording;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.lifecycle.Opening;
import java.time.Instant;
import java.util.List;

/**
 * One recorded conversation: a line of the input with every default filled in. Immutable.
 *
 * @param id which conversation
 * @param opening how it begins
 * @param openedAt when it begins, never after its first turn
 * @param turns who said what, in order of time
 * @param resolved whether its matter is done after the last turn
 * @param deeds what the simulated team does in it
 * @param rating what the customer gave afterwards, 1 to 5; 0 for nothing
 */
public record Recording(
        ConversationId id,
        Opening opening,
        Instant openedAt,
        List<RecordedTurn> turns,
        boolean resolved,
        Deeds deeds,
        int rating) {

    /** Copies the turns. */
    public Recording {
        turns = List.copyOf(turns);
    }

    /**
     * When it ends.
     *
     * @return the time of the last turn; the opening's when there is no turn
     */
    public Instant endsAt() {
        return turns.isEmpty() ? openedAt : turns.get(turns.size() - 1).at();
    }
}
