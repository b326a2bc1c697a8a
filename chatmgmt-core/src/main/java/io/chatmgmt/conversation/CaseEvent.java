package io.chatmgmt.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people promise and write down about a conversation. */
public sealed interface CaseEvent extends ConversationEvent {

    /**
     * Something was promised.
     *
     * @param followUp what, to be done by whom and when
     */
    record FollowUpPromised(FollowUp followUp) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(followUp.promise());
            draft.caseFile = draft.caseFile.promised(followUp);
        }
    }

    /**
     * A promise went to another owner or got another time.
     *
     * @param number the number of the follow-up
     * @param owner who has to do it now
     * @param dueAt when it is to be done now
     * @param remindAt when its owner is to be reminded now, null for never
     */
    record FollowUpMoved(
            int number,
            FollowUpOwner owner,
            Instant dueAt,
            @Nullable Instant remindAt) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.caseFile = draft.caseFile.changed(number, each -> each.moved(owner, dueAt, remindAt));
        }
    }

    /**
     * The owner of a promise was reminded of it.
     *
     * @param number the number of the follow-up
     */
    record FollowUpReminded(int number) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.caseFile = draft.caseFile.changed(number, each -> each.in(FollowUp.Stage.REMINDED));
        }
    }

    /**
     * A promise was not kept in time.
     *
     * @param number the number of the follow-up
     */
    record FollowUpOverdue(int number) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.caseFile = draft.caseFile.changed(number, each -> each.in(FollowUp.Stage.OVERDUE));
        }
    }

    /** How a follow-up ended. */
    enum FollowUpEnd {
        /** It was done. */
        DONE,
        /** It was not needed any more. */
        CANCELED
    }

    /**
     * A promise was kept, or is not needed any more.
     *
     * @param number the number of the follow-up
     * @param end which
     */
    record FollowUpEnded(int number, FollowUpEnd end) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.caseFile = draft.caseFile.without(number);
        }
    }

    /**
     * A person wrote down what the matter was and what helped.
     *
     * @param closure what they wrote down
     */
    record Documented(Closure closure) implements CaseEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(closure.cause());
            draft.numbered(closure.answer());
            draft.caseFile = draft.caseFile.closed(closure);
        }
    }
}
