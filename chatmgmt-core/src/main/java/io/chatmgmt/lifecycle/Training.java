package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.CaseFile;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.conversation.TrainingState;
import org.jspecify.annotations.Nullable;

/** Answers that the AI is to learn from; possible after the end, too. */
final class Training {

    private Training() {}

    /** Marks an answer; a mark that is there already is replaced while nobody has decided about it. */
    static Step.Verdict mark(Step step, ReviewInput.MarksForTraining input) {
        CaseFile file = step.draft().caseFile();
        TrainingMark before = file.mark(input.text()).orElse(null);
        if (before == null ? !file.hasRoomForMark() : before.state() != TrainingState.NEW) {
            return Step.Verdict.LOST;
        }
        boolean own = !input.better().isEmpty();
        if (!own && isSame(before, input)) {
            return Step.Verdict.UNCHANGED;
        }
        int corrected =
                own ? step.write(TextKind.TRAINING, step.actor(), input.text(), input.better()) : input.instead();
        step.emit(new ReviewEvent.MarkedForTraining(
                new TrainingMark(input.text(), corrected, input.reason(), input.tags(), TrainingState.NEW)));
        return Step.Verdict.CHANGED;
    }

    private static boolean isSame(@Nullable TrainingMark mark, ReviewInput.MarksForTraining input) {
        return mark != null
                && mark.corrected() == input.instead()
                && mark.reason() == input.reason()
                && mark.tags().equals(input.tags());
    }

    static Step.Verdict move(Step step, ReviewInput.MovesTraining input) {
        TrainingMark mark = step.draft().caseFile().mark(input.text()).orElse(null);
        if (mark != null && mark.state() == input.state()) {
            return Step.Verdict.UNCHANGED;
        }
        if (mark == null || !mark.state().mayBecome(input.state())) {
            return Step.Verdict.LOST;
        }
        step.emit(new ReviewEvent.TrainingMoved(mark.text(), input.state()));
        return Step.Verdict.CHANGED;
    }
}
