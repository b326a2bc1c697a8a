package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.WrapUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens by itself when time has passed. */
final class Deadlines {

    private Deadlines() {}

    static Step.Verdict pass(Step step, String heldText) {
        ConversationDraft draft = step.draft();
        Ticket ticket = draft.ai().ticket();
        if (ticket != null && isDue(step, ticket.deadline())) {
            AnswerTurn.fail(step, ticket, AiFailure.TIMEOUT);
        }
        HeldAnswer held = draft.ai().held();
        if (held != null && isDue(step, held.deadline())) {
            Reviewing.expire(step, held, heldText);
        }
        Handoff handoff = draft.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (handoff != null && offer != null && isDue(step, offer.deadline())) {
            Handoffs.timeOut(step, handoff, offer);
        }
        Handoff waiting = draft.handoff();
        if (waiting != null && waiting.isWaiting() && isDue(step, waiting.expiresAt())) {
            Handoffs.callOff(step, waiting, HandoffEnd.EXPIRED);
        }
        Handoff watched = draft.handoff();
        if (watched != null && isDue(step, watched.lookAt())) {
            Watch.look(step, watched);
        }
        WrapUp wrapUp = draft.wrapUp();
        if (wrapUp != null && isDue(step, wrapUp.until())) {
            Handoffs.endWrapUp(step);
        }
        Casework.pass(step);
        OutboundTexts.offerAgain(step);
        return draft.isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
    }

    /** Exactly at its deadline a thing is due. */
    static boolean isDue(Step step, @Nullable Instant deadline) {
        return deadline != null && !step.now().isBefore(deadline);
    }
}
