package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was promised to the customer and is still to be done. It outlives the episode in which it was promised.
 * Immutable.
 *
 * @param number its number within the conversation, from 1
 * @param owner who has to do it
 * @param promise the number of the text that says what
 * @param dueAt when it is to be done
 * @param remindAt when its owner is to be reminded, null for never
 * @param stage how near its end it is
 */
public record FollowUp(
        int number,
        FollowUpOwner owner,
        int promise,
        Instant dueAt,
        @Nullable Instant remindAt,
        Stage stage) {

    /** The most follow-ups that a conversation keeps at a time. */
    public static final int MAX_OPEN = 20;

    /** How near its end a follow-up is. */
    public enum Stage {
        /** There is time. */
        OPEN,
        /** Its owner has been reminded. */
        REMINDED,
        /** It is overdue. */
        OVERDUE
    }

    /** Checks the parts. */
    public FollowUp {
        Bounds.positive(number, "number");
        Objects.requireNonNull(owner, "owner");
        Bounds.positive(promise, "promise");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(stage, "stage");
    }

    /**
     * When something has to happen to it by itself next.
     *
     * @return the reminder, else the due time; null once overdue
     */
    public @Nullable Instant nextAt() {
        return switch (stage) {
            case OPEN -> remindAt == null || dueAt.isBefore(remindAt) ? dueAt : remindAt;
            case REMINDED -> dueAt;
            case OVERDUE -> null;
        };
    }

    FollowUp in(Stage next) {
        return new FollowUp(number, owner, promise, dueAt, remindAt, next);
    }

    FollowUp moved(FollowUpOwner owner, Instant dueAt, @Nullable Instant remindAt) {
        return new FollowUp(number, owner, promise, dueAt, remindAt, Stage.OPEN);
    }
}
