package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.OutboundText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the texts that no caller waits for until the host has acknowledged them. */
final class OutboundTexts {

    /** Each attempt is a journal row, so a text that nobody ever takes must cost next to nothing. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private OutboundTexts() {}

    /** Keeps one more text; when there are too many the oldest is given up. */
    static void leave(Step step, int text) {
        List<OutboundText> pending = step.draft().outbound();
        if (pending.size() >= OutboundText.MAX_PENDING) {
            giveUp(step, pending.get(0).number());
        }
        step.emit(new MessageEvent.LeftPending(text, step.now().plus(pause(step, 0))));
    }

    /** Any delivery is a success that takes the error down, also of a text that was returned to its caller. */
    static Step.Verdict acknowledge(Step step, int text) {
        if (find(step, text) != null) {
            step.emit(new MessageEvent.Acknowledged(text));
        }
        if (text > 0 && text <= step.draft().lastText()) {
            step.clear(Flag.DELIVERY_FAILED);
        }
        return step.draft().isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
    }

    /** A refusal of a text that was returned to its caller makes it wait here like any other. */
    static Step.Verdict refuse(Step step, int text) {
        if (text > step.draft().lastText()) {
            return Step.Verdict.LOST;
        }
        if (find(step, text) == null) {
            leave(step, text);
        }
        OutboundText pending = find(step, text);
        int refusals = pending == null ? 1 : pending.refusals() + 1;
        int attempts = pending == null ? 1 : pending.attempts();
        if (refusals >= step.policy().response().maxRefusals()) {
            giveUp(step, text);
        } else {
            step.emit(new MessageEvent.Retried(
                    text, attempts, refusals, step.now().plus(pause(step, attempts - 1))));
        }
        return Step.Verdict.CHANGED;
    }

    static void offerAgain(Step step) {
        for (OutboundText text : step.draft().outbound()) {
            if (Deadlines.isDue(step, text.nextAttemptAt())) {
                int attempts = text.attempts() + 1;
                step.emit(new MessageEvent.Retried(
                        text.number(), attempts, text.refusals(), step.now().plus(pause(step, attempts - 1))));
            }
        }
    }

    private static void giveUp(Step step, int text) {
        step.emit(new MessageEvent.Undeliverable(text));
        step.raise(Flag.DELIVERY_FAILED);
    }

    private static @Nullable OutboundText find(Step step, int number) {
        for (OutboundText text : step.draft().outbound()) {
            if (text.number() == number) {
                return text;
            }
        }
        return null;
    }

    /** How long to wait after an attempt: twice as long as after the one before. */
    private static Duration pause(Step step, int earlierAttempts) {
        Duration pause = step.policy().response().retryAfter();
        for (int i = 0; i < earlierAttempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
