package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.LedgerEntry;
import io.chatmgmt.conversation.OverrideAction;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.ReviewClaim;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.conversation.TrainingState;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.response.EditDistance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What reviewers, or time, do with held answers, and how an answer that was sent is corrected. */
final class Reviewing {

    /** How long a reviewer who has taken an answer up may think. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private Reviewing() {}

    static Step.Verdict decide(Step step, PersonInput.Reviews input) {
        HeldAnswer held = step.draft().ai().held();
        if (held == null || held.ticket() != input.ticket() || held.isClaimedByOther(input.reviewer(), step.now())) {
            return Step.Verdict.LOST;
        }
        int remark = remark(step, held.draft(), input.remark());
        step.emit(new AnswerEvent.Reviewed(
                held.ticket(),
                input.action(),
                input.reason(),
                remark,
                change(input),
                Duration.between(held.heldAt(), step.now())));
        int sent = switch (input.action()) {
            case APPROVE -> send(step, held, input.draft(), AnswerEvent.Route.APPROVED);
            case EDIT -> send(step, held, input.text(), AnswerEvent.Route.EDITED);
            case REPLACE -> replace(step, held, input);
            case DISCARD -> discard(step, held);
        };
        step.emit(new ReviewEvent.Entered(new LedgerEntry(
                held.ticket(),
                OverrideAction.of(input.action()),
                input.reason(),
                remark,
                held.draft(),
                sent,
                change(input),
                Duration.between(held.heldAt(), step.now()),
                topic(step),
                held.band(),
                held.model())));
        AnswerTurn.goOn(step, held.message());
        return Step.Verdict.CHANGED;
    }

    private static int remark(Step step, int original, String words) {
        return words.isEmpty() ? 0 : step.write(TextKind.REASON, step.actor(), original, words);
    }

    private static int discard(Step step, HeldAnswer held) {
        insteadOf(
                step,
                held,
                step.policy().response().onDiscard(),
                ReasonCode.ANSWER_DISCARDED,
                TemplateKey.FALLBACK_DISCARDED);
        return 0;
    }

    private static String topic(Step step) {
        ConversationTopic topic = step.draft().topic();
        return topic == null ? "" : topic.code();
    }

    /** Takes a held answer up: the first time its deadline waits as long as the lease lasts. */
    static Step.Verdict claim(Step step, ReviewInput.Claims input) {
        HeldAnswer held = step.draft().ai().held();
        if (held == null || held.ticket() != input.ticket() || held.isClaimedByOther(input.reviewer(), step.now())) {
            return Step.Verdict.LOST;
        }
        ReviewClaim earlier = held.claim();
        if (earlier != null && step.now().isBefore(earlier.until())) {
            return Step.Verdict.UNCHANGED;
        }
        step.emit(new ReviewEvent.Claimed(
                held.ticket(),
                new ReviewClaim(input.reviewer(), step.now().plus(LEASE)),
                earlier == null ? held.deadline().plus(LEASE) : held.deadline()));
        return Step.Verdict.CHANGED;
    }

    private static double change(PersonInput.Reviews input) {
        return switch (input.action()) {
            case APPROVE -> 0;
            case EDIT, REPLACE -> EditDistance.share(input.draft(), input.text());
            case DISCARD -> 1;
        };
    }

    private static int send(Step step, HeldAnswer held, String content, AnswerEvent.Route route) {
        int text = step.write(TextKind.MESSAGE, Actor.AI, held.draft(), content);
        step.emit(new AnswerEvent.Sent(held.ticket(), held.message(), text, held.confidence(), 0, route));
        step.clear(Flag.AI_FAILURE);
        step.sent(text);
        return text;
    }

    private static int replace(Step step, HeldAnswer held, PersonInput.Reviews input) {
        int text = step.write(TextKind.MESSAGE, step.actor(), held.draft(), input.text());
        step.emit(new AnswerEvent.Replaced(held.ticket(), text, input.reviewer()));
        step.sent(text);
        return text;
    }

    /**
     * Nobody decided in time: what the policy said when the answer was held happens now. An AI that has been silenced since
     * does not speak, though, and one that is only watched does.
     */
    static void expire(Step step, HeldAnswer held, String content) {
        HoldExpiry silenced = Escalations.isSilent(step) ? HoldExpiry.ESCALATE : held.onExpiry();
        HoldExpiry then = step.isShadow() ? HoldExpiry.SEND : silenced;
        step.emit(new AnswerEvent.HoldExpired(held.ticket(), then));
        if (then == HoldExpiry.SEND) {
            send(step, held, content, AnswerEvent.Route.EXPIRED);
        } else {
            insteadOf(step, held, then, ReasonCode.HOLD_EXPIRED, TemplateKey.FALLBACK_EXPIRED);
        }
        step.raise(Flag.HOLD_EXPIRED);
        AnswerTurn.goOn(step, held.message());
    }

    private static void insteadOf(Step step, HeldAnswer held, HoldExpiry then, String code, TemplateKey fallback) {
        if (then == HoldExpiry.ESCALATE) {
            AnswerTurn.callInstead(step, held.ticket(), code, "held_answer", fallback);
        } else {
            AnswerTurn.fallBack(step, held.ticket(), code, fallback);
        }
    }

    static Step.Verdict correct(Step step, PersonInput.Corrects input) {
        if (!step.isOpen()) {
            return Step.Verdict.LOST;
        }
        PersonInput.SentAnswer answer = input.answer();
        int remark = remark(step, answer.text(), input.remark());
        String words = step.worded(TemplateKey.CORRECTION, Map.of("text", input.text()))
                .content();
        int text = step.write(TextKind.CORRECTION, step.actor(), answer.text(), words);
        double change = EditDistance.share(answer.content(), input.text());
        step.emit(new AnswerEvent.Corrected(answer.text(), text, input.person(), input.reason(), change));
        step.emit(new ReviewEvent.Entered(new LedgerEntry(
                answer.ticket(),
                OverrideAction.CORRECTED,
                input.reason(),
                remark,
                answer.text(),
                text,
                change,
                Duration.between(answer.sentAt(), step.now()),
                topic(step),
                answer.band(),
                answer.model())));
        if (step.draft().caseFile().hasRoomForMark()) {
            step.emit(new ReviewEvent.MarkedForTraining(
                    new TrainingMark(answer.text(), text, input.reason(), List.of(), TrainingState.NEW)));
        }
        step.sent(text);
        return Step.Verdict.CHANGED;
    }
}
