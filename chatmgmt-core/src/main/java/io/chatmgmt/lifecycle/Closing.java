package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.quality.Review;
import io.chatmgmt.quality.SurveyPolicy;
import org.jspecify.annotations.Nullable;

/** How an episode ends, and what people say of it. */
final class Closing {

    private Closing() {}

    static Step.Verdict resolve(Step step, HostInput.Resolves input) {
        if (!step.isOpen()) {
            return Step.Verdict.UNCHANGED;
        }
        boolean helped = step.draft().episode().counts().agent() > 0;
        end(step, helped ? Resolution.HUMAN : input.resolution(), input.note());
        return Step.Verdict.CHANGED;
    }

    /** Ends the episode in whatever state it is. */
    static void end(Step step, Resolution resolution, String note) {
        ConversationDraft draft = step.draft();
        AgentId assignee = draft.assignee();
        Handoff handoff = draft.handoff();
        Handoffs.dropHeld(step, StaleCause.RESOLVED);
        if (!note.isEmpty()) {
            step.emit(new MessageEvent.Noted(step.write(TextKind.NOTE, step.actor(), 0, note)));
        }
        if (handoff != null) {
            end(step, handoff, assignee);
        }
        step.emit(new LifecycleEvent.Resolved(resolution, assignee));
        if (resolution != Resolution.ERASED) {
            Surveys.askAfter(step, SurveyPolicy.Trigger.RESOLVE);
        }
    }

    /** What was promised to somebody who is nobody any more is not owed either. */
    static Step.Verdict erase(Step step, PersonInput.Erases input) {
        Customer customer = step.draft().customer();
        boolean again = customer.equals(Customer.of(input.customer()).erased());
        if (!again && !customer.id().equals(input.customer())) {
            return Step.Verdict.LOST;
        }
        if (step.isOpen()) {
            end(step, Resolution.ERASED, "");
        }
        for (FollowUp followUp : step.draft().caseFile().followUps()) {
            Casework.end(step, new CaseInput.EndsFollowUp(followUp.number(), CaseEvent.FollowUpEnd.CANCELED));
        }
        step.emit(new LifecycleEvent.Erased(step.draft().lastText()));
        step.draft().identify(customer.erased());
        return Step.Verdict.CHANGED;
    }

    private static void end(Step step, Handoff handoff, @Nullable AgentId assignee) {
        Handoffs.rescind(step, handoff);
        if (assignee != null) {
            Handoffs.letGo(step, assignee, handoff.weight());
        }
        step.emit(new HandoffEvent.Closed(
                handoff.number(), assignee == null ? HandoffEnd.CANCELED : HandoffEnd.RESOLVED, assignee, null));
    }

    /** Only what is over can be reviewed: the current episode once it is resolved, and any one before. */
    static Step.Verdict review(Step step, PersonInput.FillsIn input) {
        int current = step.draft().episode().number();
        if (input.episode() < 1 || input.episode() > current || (input.episode() == current && step.isOpen())) {
            return Step.Verdict.LOST;
        }
        Review review = input.scorecard().evaluate(input.ratings());
        int comment = input.comment().isEmpty() ? 0 : step.write(TextKind.COMMENT, step.actor(), 0, input.comment());
        step.emit(new QualityEvent.ReviewSubmitted(
                input.episode(),
                input.reviewer(),
                input.scorecard().version(),
                input.ratings(),
                review.rawOrNull(),
                review.scoreOrNull(),
                comment));
        return Step.Verdict.CHANGED;
    }
}
