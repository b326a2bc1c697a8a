package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.TriggerMemory;
import io.chatmgmt.conversation.WaitQuote;
import io.chatmgmt.escalation.EscalationFacts;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.response.ResponsePolicy;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.WaitRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the triggers, and does what they decide. */
final class Escalations {

    private Escalations() {}

    /** After a customer's message: unless people have the conversation already. */
    static void hear(Step step, String text, MessageSignals signals) {
        Escalation open = step.draft().escalation();
        if (step.draft().control() == Control.HUMAN && (open == null || open.answeredAt() != null)) {
            return;
        }
        List<EscalationReason> reasons =
                ask(step, EscalationFacts.ofMessage(step.draft(), step.policy().escalation(), text, signals));
        EscalationReason silence = step.draft().control().letsAiSpeak() ? silence(step) : null;
        if (silence != null) {
            reasons = plus(reasons, silence);
        }
        act(step, reasons, TemplateKey.ESCALATION);
    }

    /** Whether the AI may not speak in this conversation, or not any more in this episode. */
    static boolean isSilent(Step step) {
        return isSwitchedOff(step) || isAtTurnLimit(step);
    }

    /** Why the AI may not speak, null when it may. */
    static @Nullable EscalationReason silence(Step step) {
        if (isSwitchedOff(step)) {
            return because(ReasonCode.AI_SILENT, "posture");
        }
        Integer limit = step.draft().ai().settings().turnLimit();
        if (limit == null || !isAtTurnLimit(step)) {
            return null;
        }
        int turns = step.draft().episode().counts().ai();
        return EscalationReason.escalate(ReasonCode.TURN_LIMIT, 1, Evidence.of("ai_turns", 0, turns, limit));
    }

    private static boolean isSwitchedOff(Step step) {
        return !step.isShadow()
                && (step.policy().response().ai() == ResponsePolicy.AiSwitch.OFF
                        || AnswerTurn.posture(step) == Posture.OFF);
    }

    private static boolean isAtTurnLimit(Step step) {
        Integer limit = step.draft().ai().settings().turnLimit();
        return limit != null
                && !step.isShadow()
                && step.draft().episode().counts().ai() >= limit;
    }

    /** What the triggers say, near misses included; no trigger that is switched off is asked. */
    static List<EscalationReason> ask(Step step, EscalationFacts facts) {
        List<EscalationReason> reasons = List.of();
        Set<String> disabled = facts.policy().disabled();
        for (EscalationTrigger trigger : step.circumstances().triggers()) {
            if (disabled.isEmpty() || !disabled.contains(trigger.code())) {
                EscalationReason reason = trigger.evaluate(facts).orElse(null);
                if (reason != null) {
                    reasons = plus(reasons, restrained(step, trigger, reason));
                }
            }
        }
        return reasons;
    }

    /** Right after a hand-back a soft trigger has to fire twice. */
    private static EscalationReason restrained(Step step, EscalationTrigger trigger, EscalationReason reason) {
        TriggerMemory memory = step.draft().triggers();
        Instant until = memory.coolDownUntil();
        boolean cooling = until != null && step.now().isBefore(until);
        boolean wants =
                reason.outcome() == EscalationOutcome.ESCALATE || reason.outcome() == EscalationOutcome.OFFER_HUMAN;
        return cooling && wants && trigger.isSoft() && !memory.suppressed().contains(reason.code())
                ? reason.with(EscalationOutcome.SUPPRESSED)
                : reason;
    }

    /** Does what the strongest of the reasons asks for; returns whether a person was called. */
    static boolean act(Step step, List<EscalationReason> reasons, @Nullable TemplateKey message) {
        if (reasons.isEmpty()) {
            return false;
        }
        List<EscalationReason> nearly = of(reasons, EscalationOutcome.NONE);
        if (!nearly.isEmpty()) {
            step.emit(new EscalationEvent.NearlyRaised(nearly));
        }
        List<EscalationReason> heldBack = of(reasons, EscalationOutcome.SUPPRESSED);
        List<EscalationReason> acting = new ArrayList<>(of(reasons, EscalationOutcome.ESCALATE));
        List<EscalationReason> offering = of(reasons, EscalationOutcome.OFFER_HUMAN);
        if (!offering.isEmpty()) {
            offer(step, offering, acting);
        }
        boolean called = !acting.isEmpty() && escalate(step, acting, message);
        if (!called && !heldBack.isEmpty()) {
            step.emit(new EscalationEvent.HeldBack(heldBack));
        }
        List<EscalationReason> flagging = of(reasons, EscalationOutcome.FLAG);
        if (!flagging.isEmpty()) {
            flag(step, flagging);
        }
        return called;
    }

    /** An offer is made once an episode; ignored, the next reason calls a person; declined, people only get a flag. */
    private static void offer(Step step, List<EscalationReason> offering, List<EscalationReason> acting) {
        if (!acting.isEmpty() || open(step) != null) {
            acting.addAll(with(offering, EscalationOutcome.ESCALATE));
            return;
        }
        switch (step.draft().triggers().offer()) {
            case NONE -> {
                step.emit(new EscalationEvent.HumanOffered(offering));
                if (!step.isShadow()) {
                    step.say(TemplateKey.OFFER_HUMAN);
                }
            }
            case OPEN, TAKEN, LAPSED -> acting.addAll(with(offering, EscalationOutcome.ESCALATE));
            case DECLINED -> flag(step, with(offering, EscalationOutcome.FLAG));
        }
    }

    private static void flag(Step step, List<EscalationReason> reasons) {
        if (!step.draft().flags().has(Flag.ESCALATION_WANTED)
                && !step.draft().flags().isTakenDown(Flag.ESCALATION_WANTED)) {
            step.emit(new EscalationEvent.Flagged(reasons));
            step.raise(Flag.ESCALATION_WANTED);
        }
    }

    /** Calls a person, or adds new reasons to the call; returns whether the AI has to be silent from now on. */
    static boolean escalate(Step step, List<EscalationReason> reasons, @Nullable TemplateKey message) {
        Escalation open = open(step);
        if (open != null) {
            extend(step, open, reasons);
            return !step.isShadow() && !step.draft().control().letsAiSpeak();
        }
        EscalationTarget target = target(step, reasons);
        Doors.Way way = step.isShadow() ? null : Doors.find(step, target);
        String queue = way == null ? target.queue() : way.queue();
        step.emit(new EscalationEvent.Raised(reasons, target.level(), queue, target.priority()));
        if (way == null) {
            return false;
        }
        boolean staysWithAi =
                !isSilent(step) && step.draft().ai().fallbacks() == 0; // it can be left with one that answers
        if (!way.isQueued() && staysWithAi) {
            leaveOut(step, reasons, way);
            return false;
        }
        WaitRange wait =
                Doors.view(step, queue, target.priority()).map(QueueView::range).orElse(null);
        if (message != null) {
            TemplateKey key = names(reasons, ReasonCode.HUMAN_REQUEST) ? TemplateKey.ESCALATION_REQUESTED : message;
            step.say(key, WaitWords.of(step, wait));
        }
        Handoffs.enqueue(step, new EscalationTarget(target.level(), queue, target.priority()));
        if (wait != null) {
            step.emit(new HandoffEvent.WaitQuoted(
                    new WaitQuote(wait.position(), wait.p50(), wait.p90(), wait.agents(), step.now())));
        }
        return true;
    }

    /** Nobody can take it: who asked for a person is told so, and people see the conversation flagged. */
    private static void leaveOut(Step step, List<EscalationReason> reasons, Doors.Way way) {
        NobodyReason reason = Objects.requireNonNull(way.reason(), "reason");
        boolean promised = way.action() == HandoffRules.Nobody.CALL_BACK;
        boolean declined = way.action() == HandoffRules.Nobody.DECLINE;
        step.emit(new HandoffEvent.NotQueued(
                way.queue(),
                reason,
                promised ? HandoffEvent.NotQueued.CallBack.PROMISED : HandoffEvent.NotQueued.CallBack.NONE,
                way.backAt()));
        if (names(reasons, ReasonCode.HUMAN_REQUEST) || names(reasons, ReasonCode.MANUAL) || promised || declined) {
            int said = step.say(promised ? TemplateKey.CALL_BACK : TemplateKey.NOBODY_AVAILABLE, Map.of());
            if (promised) {
                Casework.callBack(step, way.queue(), said, way.backAt());
            }
        }
        step.raise(Flag.ESCALATION_WANTED);
    }

    /** The escalation that people know of: one that was only recorded in shadow mode called nobody. */
    private static @Nullable Escalation open(Step step) {
        return step.isShadow() || step.draft().handoff() != null ? step.draft().escalation() : null;
    }

    private static void extend(Step step, Escalation open, List<EscalationReason> reasons) {
        List<EscalationReason> more = new ArrayList<>();
        for (EscalationReason reason : reasons) {
            if (!open.names(reason.code())) {
                more.add(reason);
            }
        }
        if (more.isEmpty()) {
            return;
        }
        EscalationTarget target = target(step, more);
        Level level = target.level().compareTo(open.level()) > 0 ? target.level() : open.level();
        Priority priority = target.priority().compareTo(open.priority()) > 0 ? target.priority() : open.priority();
        step.emit(new EscalationEvent.Extended(more, level, priority));
        if (priority != open.priority()) {
            Handoffs.reprioritise(step, priority);
        }
    }

    /** The highest level and priority that any reason asks for, and the first queue that one names. */
    private static EscalationTarget target(Step step, List<EscalationReason> reasons) {
        EscalationPolicy policy = step.policy().escalation();
        ConversationTopic topic = step.draft().topic();
        Level level = Level.L1;
        Priority priority = Priority.LOW;
        String queue = "";
        for (EscalationReason reason : reasons) {
            EscalationTarget target = policy.targets().getOrDefault(reason.code(), EscalationTarget.DEFAULT);
            if (reason.code().equals(ReasonCode.TOPIC_SENSITIVE) && topic != null) {
                target = policy.sensitiveTopics().getOrDefault(topic.code(), target);
            }
            level = target.level().compareTo(level) > 0 ? target.level() : level;
            priority = target.priority().compareTo(priority) > 0 ? target.priority() : priority;
            queue = queue.isEmpty() ? target.queue() : queue;
        }
        String topicQueue = step.policy().routing().queueOf(topic == null ? "" : topic.code());
        return new EscalationTarget(level, queue.isEmpty() ? topicQueue : queue, priority);
    }

    static Step.Verdict manually(Step step, String why) {
        Escalation open = open(step);
        if (!step.isOpen()) {
            return Step.Verdict.LOST;
        }
        if (step.draft().control() == Control.HUMAN && open == null || open != null && open.names(ReasonCode.MANUAL)) {
            return Step.Verdict.UNCHANGED;
        }
        int reason = step.write(TextKind.REASON, step.actor(), 0, why);
        step.emit(new MessageEvent.Noted(reason));
        escalate(
                step,
                List.of(EscalationReason.escalate(ReasonCode.MANUAL, 1, Evidence.of("person", reason, 1, 1))),
                TemplateKey.ESCALATION);
        return Step.Verdict.CHANGED;
    }

    static EscalationReason because(String code, String fact) {
        return EscalationReason.escalate(code, 1, Evidence.of(fact, 0, 1, 1));
    }

    /** The first of the reasons that calls a person. */
    static EscalationReason calling(List<EscalationReason> reasons) {
        for (EscalationReason reason : reasons) {
            if (reason.outcome() == EscalationOutcome.ESCALATE || reason.outcome() == EscalationOutcome.OFFER_HUMAN) {
                return reason;
            }
        }
        return reasons.get(0);
    }

    private static boolean names(List<EscalationReason> reasons, String code) {
        for (EscalationReason reason : reasons) {
            if (reason.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static List<EscalationReason> of(List<EscalationReason> reasons, EscalationOutcome outcome) {
        List<EscalationReason> matching = List.of();
        for (EscalationReason reason : reasons) {
            if (reason.outcome() == outcome) {
                matching = plus(matching, reason);
            }
        }
        return matching;
    }

    private static List<EscalationReason> with(List<EscalationReason> reasons, EscalationOutcome outcome) {
        List<EscalationReason> changed = new ArrayList<>(reasons.size());
        for (EscalationReason reason : reasons) {
            changed.add(reason.with(outcome));
        }
        return changed;
    }

    /** Nothing is allocated while no trigger speaks, which is nearly always. */
    private static List<EscalationReason> plus(List<EscalationReason> reasons, EscalationReason reason) {
        List<EscalationReason> longer = reasons.isEmpty() ? new ArrayList<>(2) : reasons;
        longer.add(reason);
        return longer;
    }
}
