package io.chatmgmt.conversation;

import java.time.Instant;

/** What people do about the AI's answers beside deciding them: leases, the override ledger, training. */
public sealed interface ReviewEvent extends ConversationEvent {

    /**
     * A reviewer took a held answer up: nobody else may decide until the lease runs out.
     *
     * @param ticket the number of the answer's ticket
     * @param claim who, and until when
     * @param deadline when the answer runs out of time now; the first claim moves it by the length of the lease
     */
    record Claimed(int ticket, ReviewClaim claim, Instant deadline) implements ReviewEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            HeldAnswer held = draft.ai.held();
            if (held != null && held.ticket() == ticket) {
                draft.ai = draft.ai.reclaimed(held.claimed(claim, deadline));
            }
        }
    }

    /**
     * The override ledger got a line. What it tells of took effect through other events of the same commit.
     *
     * @param entry the line
     */
    record Entered(LedgerEntry entry) implements ReviewEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(entry.remark());
            draft.numbered(entry.sent());
        }
    }

    /**
     * An answer was marked for the training of the AI, or marked anew.
     *
     * @param mark the mark
     */
    record MarkedForTraining(TrainingMark mark) implements ReviewEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(mark.corrected());
            draft.caseFile = draft.caseFile.marked(mark);
        }
    }

    /**
     * A marked answer came further, or was put aside.
     *
     * @param text the number of the answer's text
     * @param state how far it is now
     */
    record TrainingMoved(int text, TrainingState state) implements ReviewEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.caseFile = draft.caseFile.moved(text, state);
        }
    }
}
