package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HumanOffer;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.WaitRange;
import java.time.Instant;
import java.util.List;

/** What a customer's message causes. */
final class CustomerTurn {

    private CustomerTurn() {}

    static Step.Verdict take(Step step, CustomerInput.Writes input) {
        Placement placement = placement(step, input);
        if (placement == Placement.CURRENT && Surveys.hear(step, input)) {
            return Step.Verdict.CHANGED;
        }
        if (placement == Placement.CURRENT || step.isNew()) {
            Beginning.open(step, input.opening(), input.history());
        }
        MessageSignals signals = withoutResend(step, input.signals());
        int number = step.write(TextKind.MESSAGE, Actor.CUSTOMER, input.sentAt(), 0, input.text());
        step.emit(new MessageEvent.CustomerWrote(number, placement, signals));
        if (placement == Placement.CURRENT) {
            LanguageRules.hear(step, signals);
            TopicRules.hear(step, signals);
            react(step, input, number, signals);
        }
        return Step.Verdict.CHANGED;
    }

    private static Placement placement(Step step, CustomerInput.Writes input) {
        if (step.draft().customer().standing() == Customer.Standing.BLOCKED) {
            return Placement.IGNORED;
        }
        return !step.isNew() && input.sentAt().isBefore(step.draft().controlSince())
                ? Placement.LATE
                : Placement.CURRENT;
    }

    /** The same words again within moments are a resend by an impatient finger or a network, not a repeated question. */
    private static MessageSignals withoutResend(Step step, MessageSignals signals) {
        QuestionPrint question = signals.question().orElse(null);
        List<QuestionPrint> asked = step.draft().triggers().questions();
        if (question == null || asked.isEmpty()) {
            return signals;
        }
        QuestionPrint last = asked.get(asked.size() - 1);
        Instant until = last.askedAt()
                .plus(step.policy().escalation().repeatedQuestion().resendWithin());
        return question.similarity(last) == 1 && step.now().isBefore(until) ? signals.withoutQuestion() : signals;
    }

    private static void react(Step step, CustomerInput.Writes input, int number, MessageSignals signals) {
        ConversationDraft draft = step.draft();
        HumanOffer offer = draft.triggers().offer();
        if (signals.frustration().strength() == Strength.STRONG) {
            step.raise(Flag.NEGATIVE_TURN);
        }
        Escalations.hear(step, input.text(), signals);
        if (offer == HumanOffer.OPEN && draft.triggers().offer() == HumanOffer.OPEN) {
            step.emit(new EscalationEvent.HumanNotWanted(
                    signals.smallTalk() == SmallTalk.REFUSAL ? HumanOffer.DECLINED : HumanOffer.LAPSED));
        }
        if (draft.control().letsAiSpeak()) {
            AnswerTurn.ask(step, number);
        } else {
            calm(step);
        }
    }

    /** Who writes while nobody is there yet is asked for patience, now and then. */
    private static void calm(Step step) {
        Handoff handoff = step.draft().handoff();
        if (handoff == null || !handoff.isWaiting() || step.isShadow()) {
            return;
        }
        Instant last = handoff.calmedAt() == null ? handoff.enqueuedAt() : handoff.calmedAt();
        if (Deadlines.isDue(
                step, step.policy().routing().rules().holdingMessage().after(last))) {
            WaitRange wait =
                    step.circumstances().queues().place().map(QueueView::range).orElse(null);
            step.emit(new HandoffEvent.Calmed(step.say(TemplateKey.HOLDING, WaitWords.of(step, wait))));
        }
    }
}
