package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.lifecycle.CaseInput;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was promised to customers: by whom it is to be done and until when. A promise outlives the episode; the sweep
 * reminds its owner, and tells and flags what is overdue. Thread-safe.
 */
public final class FollowUpDesk {

    private final Desk desk;

    FollowUpDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Promises something.
     *
     * @param id which conversation
     * @param owner who has to do it
     * @param promise what, not blank; for the team
     * @param dueAt when it is to be done; in the past it is overdue at the next sweep
     * @param remindAt when its owner is to be reminded, before that; null for never
     * @return what came of it; lost when the conversation has {@value FollowUp#MAX_OPEN} promises already
     */
    public PersonResult promise(
            ConversationId id, FollowUpOwner owner, String promise, Instant dueAt, @Nullable Instant remindAt) {
        desk.permitted(id, Permission.NOTE);
        check(owner, dueAt, remindAt);
        return desk.run(
                id,
                new CaseInput.Promises(
                        owner,
                        Desk.written(promise, "promise"),
                        micros(dueAt),
                        remindAt == null ? null : micros(remindAt)));
    }

    /**
     * Gives a promise to another owner, or another time.
     *
     * @param id which conversation
     * @param number the number of the follow-up
     * @param owner who has to do it from now on
     * @param dueAt when it is to be done; in the past it is overdue at the next sweep
     * @param remindAt when its owner is to be reminded, before that; null for never
     * @return what came of it; lost when it is done with
     */
    public PersonResult move(
            ConversationId id, int number, FollowUpOwner owner, Instant dueAt, @Nullable Instant remindAt) {
        desk.permitted(id, Permission.NOTE);
        check(owner, dueAt, remindAt);
        return desk.run(
                id,
                new CaseInput.MovesFollowUp(number, owner, micros(dueAt), remindAt == null ? null : micros(remindAt)));
    }

    /**
     * Says that a promise is kept.
     *
     * @param id which conversation
     * @param number the number of the follow-up
     * @return what came of it; lost when it is done with
     */
    public PersonResult done(ConversationId id, int number) {
        desk.permitted(id, Permission.NOTE);
        return desk.run(id, new CaseInput.EndsFollowUp(number, CaseEvent.FollowUpEnd.DONE));
    }

    /**
     * Says that a promise is not needed any more.
     *
     * @param id which conversation
     * @param number the number of the follow-up
     * @return what came of it; lost when it is done with
     */
    public PersonResult cancel(ConversationId id, int number) {
        desk.permitted(id, Permission.NOTE);
        return desk.run(id, new CaseInput.EndsFollowUp(number, CaseEvent.FollowUpEnd.CANCELED));
    }

    /**
     * The conversations with promises to keep, resolved ones included, the oldest first.
     *
     * @param after where to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return the page
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public LiveRows list(@Nullable LiveCursor after, int limit) {
        LiveFilter promised = LiveFilter.builder()
                .scope(LiveFilter.Scope.ALL)
                .needs(LiveNeed.FOLLOW_UP)
                .build();
        return desk.live().list(promised, LiveSort.ascending(LiveSort.Key.OPENED), after, limit);
    }

    private static void check(FollowUpOwner owner, Instant dueAt, @Nullable Instant remindAt) {
        Objects.requireNonNull(owner, "owner");
        if (remindAt != null && !remindAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("remindAt must be before dueAt: " + remindAt);
        }
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
