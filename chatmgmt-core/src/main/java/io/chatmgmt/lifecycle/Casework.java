package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.CaseFile;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.TextKind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people promise and write down about a conversation. Promises outlive the episode. */
final class Casework {

    private Casework() {}

    static Step.Verdict promise(Step step, CaseInput.Promises input) {
        CaseFile file = step.draft().caseFile();
        if (file.followUps().size() == FollowUp.MAX_OPEN) {
            return Step.Verdict.LOST;
        }
        int promise = step.write(TextKind.PROMISE, step.actor(), 0, input.promise());
        step.emit(new CaseEvent.FollowUpPromised(new FollowUp(
                file.lastFollowUp() + 1,
                input.owner(),
                promise,
                input.dueAt(),
                input.remindAt(),
                FollowUp.Stage.OPEN)));
        return Step.Verdict.CHANGED;
    }

    /** What the house has promised is on somebody's list; a second promise before the first is kept is the same one. */
    static void callBack(Step step, String queue, int said, @Nullable Instant backAt) {
        CaseFile file = step.draft().caseFile();
        FollowUpOwner owner = FollowUpOwner.queue(queue);
        boolean promised =
                file.followUps().stream().anyMatch(each -> each.owner().equals(owner));
        if (!promised && file.followUps().size() < FollowUp.MAX_OPEN) {
            Instant due = backAt == null
                    ? step.now().plus(step.policy().routing().rules().callBackWithin())
                    : backAt;
            step.emit(new CaseEvent.FollowUpPromised(
                    new FollowUp(file.lastFollowUp() + 1, owner, said, due, null, FollowUp.Stage.OPEN)));
        }
    }

    static Step.Verdict move(Step step, CaseInput.MovesFollowUp input) {
        FollowUp followUp = step.draft().caseFile().followUp(input.number()).orElse(null);
        if (followUp == null) {
            return Step.Verdict.LOST;
        }
        if (followUp.owner().equals(input.owner())
                && followUp.dueAt().equals(input.dueAt())
                && Objects.equals(followUp.remindAt(), input.remindAt())) {
            return Step.Verdict.UNCHANGED;
        }
        step.emit(new CaseEvent.FollowUpMoved(input.number(), input.owner(), input.dueAt(), input.remindAt()));
        clearOverdue(step);
        return Step.Verdict.CHANGED;
    }

    static Step.Verdict end(Step step, CaseInput.EndsFollowUp input) {
        if (step.draft().caseFile().followUp(input.number()).isEmpty()) {
            return Step.Verdict.LOST;
        }
        step.emit(new CaseEvent.FollowUpEnded(input.number(), input.end()));
        clearOverdue(step);
        return Step.Verdict.CHANGED;
    }

    /** Reminds owners, and tells what is overdue; a reminder that comes after the end is left out. */
    static void pass(Step step) {
        for (FollowUp followUp : step.draft().caseFile().followUps()) {
            if (followUp.stage() != FollowUp.Stage.OVERDUE && Deadlines.isDue(step, followUp.dueAt())) {
                step.emit(new CaseEvent.FollowUpOverdue(followUp.number()));
                step.raise(Flag.FOLLOW_UP_OVERDUE);
            } else if (followUp.stage() == FollowUp.Stage.OPEN && Deadlines.isDue(step, followUp.remindAt())) {
                step.emit(new CaseEvent.FollowUpReminded(followUp.number()));
            }
        }
    }

    private static void clearOverdue(Step step) {
        for (FollowUp followUp : step.draft().caseFile().followUps()) {
            if (followUp.stage() == FollowUp.Stage.OVERDUE) {
                return;
            }
        }
        step.clear(Flag.FOLLOW_UP_OVERDUE);
    }

    static Step.Verdict close(Step step, CaseInput.Closes input) {
        if (!step.isOpen()) {
            return Step.Verdict.LOST;
        }
        int cause = step.write(TextKind.RESOLUTION, step.actor(), 0, input.cause());
        int answer = step.write(TextKind.RESOLUTION, step.actor(), cause, input.answer());
        step.emit(new CaseEvent.Documented(new Closure(input.reason(), cause, answer, input.reuse(), input.tags())));
        return Closing.resolve(step, new HostInput.Resolves(Resolution.CONFIRMED, ""));
    }
}
