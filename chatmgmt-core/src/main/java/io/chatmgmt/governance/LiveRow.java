package io.chatmgmt.governance;

import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list. Immutable.
 *
 * @param conversation the conversation
 * @param status what it shows, with its primary action
 * @param duration how long the episode has lasted, or lasted until it was resolved
 * @param latest the latest message that the customer wrote or could read, null when there is none
 * @param actions what the person may do with it
 */
public record LiveRow(
        Conversation conversation,
        Status status,
        Duration duration,
        @Nullable Text latest,
        Set<Permission> actions) {

    /** Copies the actions. */
    public LiveRow {
        actions = Set.copyOf(actions);
    }

    /**
     * The latest message that the customer wrote or could read.
     *
     * @return empty when there is none
     */
    public Optional<Text> latestMessage() {
        return Optional.ofNullable(latest);
    }
}
