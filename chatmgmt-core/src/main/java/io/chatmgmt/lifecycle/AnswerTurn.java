package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.StreakEffect;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.escalation.EscalationFacts;
import io.chatmgmt.escalation.LowConfidenceThreshold;
import io.chatmgmt.language.LanguagePolicy;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.language.Templates;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.GateVerdict;
import io.chatmgmt.response.ResponseGate;
import io.chatmgmt.response.ResponsePolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the AI, and decides what becomes of its answer. */
final class AnswerTurn {

    private AnswerTurn() {}

    /** How freely the AI may answer in this conversation. */
    static Posture posture(Step step) {
        Posture own = step.draft().ai().settings().posture();
        return own == null ? step.policy().response().posture() : own;
    }

    /** Hands out a ticket for the customer's latest message; an answer that is still on its way may be in vain now. */
    static void ask(Step step, int message) {
        ConversationDraft draft = step.draft();
        HeldAnswer held = draft.ai().held();
        boolean patient = step.policy().response().newerMessage() == ResponsePolicy.NewerMessage.SEND;
        if (patient && (held != null || draft.ai().ticket() != null)) {
            return;
        }
        if (held != null) {
            step.emit(new AnswerEvent.WentStale(held.ticket(), held.draft(), StaleCause.NEWER_MESSAGE));
        }
        if (!Escalations.isSilent(step)) {
            issue(step, message);
        }
    }

    private static void issue(Step step, int message) {
        ConversationDraft draft = step.draft();
        AiSettings settings = draft.ai().settings();
        String language = settings.language();
        step.emit(new AnswerEvent.TicketIssued(new Ticket(
                draft.id(),
                draft.lastTicket() + 1,
                draft.controlEpoch(),
                message,
                step.now(),
                step.policy().response().answerTimeout().after(step.now()),
                language == null ? draft.language().tag() : language,
                settings)));
    }

    static Step.Verdict request(Step step) {
        if (!step.isOpen() || !step.draft().control().letsAiSpeak() || Escalations.isSilent(step)) {
            return Step.Verdict.LOST;
        }
        issue(step, step.draft().lastQuestion());
        return Step.Verdict.CHANGED;
    }

    static Step.Verdict propose(Step step, AiInput.Answers input) {
        Ticket ticket = input.ticket();
        AiAnswer answer = input.answer();
        StaleCause stale = staleness(step, ticket);
        if (stale != null) {
            int text = step.write(TextKind.DRAFT, Actor.AI, ticket.message(), answer.text());
            step.emit(new AnswerEvent.WentStale(ticket.number(), text, stale));
            return Step.Verdict.CHANGED;
        }
        boolean wordless = answer.text().isBlank();
        if (wordless && answer.action() != AiAction.HANDOFF) {
            return fail(step, ticket, AiFailure.EMPTY);
        }
        HeldAnswer held = step.draft().ai().held();
        if (held != null) {
            step.emit(new AnswerEvent.WentStale(held.ticket(), held.draft(), StaleCause.NEWER_TICKET));
        }
        Proposal proposal = new Proposal(ticket, answer, input.signals(), wordless ? 0 : step.reserve());
        step.emit(new AnswerEvent.Proposed(
                ticket.number(),
                proposal.text(),
                answer.confidence(),
                step.policy().response().bands().of(answer.confidence()),
                answer.model(),
                answer.toolErrors(),
                streak(step, proposal),
                step.circumstances().house().reviewersOnline()));
        judge(step, proposal);
        goOn(step, ticket.message());
        return Step.Verdict.CHANGED;
    }

    /** One answer on its way through the gate. */
    private record Proposal(Ticket ticket, AiAnswer answer, AnswerSignals signals, int text) {}

    private static StreakEffect streak(Step step, Proposal proposal) {
        Confidence confidence = proposal.answer().confidence();
        SmallTalk smallTalk = proposal.signals().smallTalk();
        boolean wordless = proposal.text() == 0;
        if (wordless || !confidence.isKnown() || smallTalk == SmallTalk.GREETING || smallTalk == SmallTalk.CLOSING) {
            return StreakEffect.STAYS;
        }
        double threshold = LowConfidenceThreshold.of(
                step.policy().escalation(),
                step.draft().ai().settings(),
                step.draft().customer().standing());
        return confidence.isBelow(threshold) ? StreakEffect.GROWS : StreakEffect.ENDS;
    }

    private static void judge(Step step, Proposal proposal) {
        AiAnswer answer = proposal.answer();
        EscalationFacts facts = EscalationFacts.ofAnswer(
                step.draft(), step.policy().escalation(), answer.text(), answer.confidence(), answer.action());
        if (step.isShadow()) {
            Escalations.act(step, Escalations.ask(step, facts), null);
            if (proposal.text() > 0) {
                deliver(step, proposal, Set.of());
            } else {
                drop(step, proposal, ReasonCode.AI_HANDOFF);
            }
            return;
        }
        ResponsePolicy policy = step.policy().response();
        AiSettings settings = step.draft().ai().settings();
        GateVerdict verdict = ResponseGate.judge(
                policy,
                posture(step),
                facts.topic(),
                policy.bands().of(answer.confidence(), settings.threshold()),
                sample(proposal.ticket()),
                step.circumstances().house().reviewersOnline());
        if (verdict.action() == GateVerdict.Action.SILENCE) {
            drop(step, proposal, verdict.code());
            callInstead(step, proposal.ticket().number(), verdict.code(), "posture", TemplateKey.FALLBACK);
        } else if (answer.action() == AiAction.HANDOFF) {
            handOff(step, proposal, facts, verdict);
        } else {
            List<EscalationReason> reasons = Escalations.ask(step, facts);
            if (Escalations.act(step, reasons, TemplateKey.ESCALATION)) {
                drop(step, proposal, Escalations.calling(reasons).code());
            } else if (verdict.action() == GateVerdict.Action.HOLD) {
                hold(step, proposal, verdict.code());
            } else {
                deliver(step, proposal, verdict.flags());
            }
        }
    }

    /** Exactly one closing text: the AI's own when it may go out unseen, else the template. */
    private static void handOff(Step step, Proposal proposal, EscalationFacts facts, GateVerdict verdict) {
        boolean ownWords = proposal.text() > 0 && verdict.action() == GateVerdict.Action.DELIVER;
        if (ownWords) {
            deliver(step, proposal, Set.of());
        } else if (proposal.text() > 0) {
            drop(step, proposal, verdict.code());
        }
        boolean called = Escalations.act(step, Escalations.ask(step, facts), ownWords ? null : TemplateKey.ESCALATION);
        if (step.draft().ai().ticket() != null) {
            drop(step, proposal, ReasonCode.AI_HANDOFF);
        }
        if (!called && !ownWords && step.draft().handoff() == null) {
            fallBack(step, proposal.ticket().number(), ReasonCode.AI_HANDOFF, TemplateKey.FALLBACK);
        }
    }

    private static void drop(Step step, Proposal proposal, String code) {
        keep(step, proposal, TextKind.DRAFT);
        step.emit(new AnswerEvent.Dropped(proposal.ticket().number(), code));
    }

    private static void hold(Step step, Proposal proposal, String code) {
        keep(step, proposal, TextKind.DRAFT);
        ResponsePolicy policy = step.policy().response();
        Confidence confidence = proposal.answer().confidence();
        step.emit(new AnswerEvent.Held(new HeldAnswer(
                proposal.ticket().number(),
                step.draft().controlEpoch(),
                proposal.ticket().message(),
                proposal.text(),
                confidence,
                policy.bands().of(confidence),
                proposal.answer().model(),
                List.of(code),
                step.now(),
                step.now().plus(policy.holdFor()),
                onExpiry(step),
                null)));
    }

    /** A mere draft never goes out unseen, however long it waits. */
    private static HoldExpiry onExpiry(Step step) {
        HoldExpiry then = step.policy().response().onExpiry();
        return posture(step) == Posture.DRAFT_ONLY && then == HoldExpiry.SEND ? HoldExpiry.ESCALATE : then;
    }

    private static void deliver(Step step, Proposal proposal, Set<Flag> flags) {
        keep(step, proposal, TextKind.MESSAGE);
        boolean confused = isConfused(step, proposal.signals());
        step.emit(new AnswerEvent.Sent(
                proposal.ticket().number(),
                proposal.ticket().message(),
                proposal.text(),
                proposal.answer().confidence(),
                proposal.signals().print(),
                AnswerEvent.Route.AUTO));
        if (confused) {
            step.raise(Flag.AI_FAILURE);
        } else {
            step.clear(Flag.AI_FAILURE);
        }
        if (!flags.isEmpty()) {
            flags.forEach(step::raise);
        }
        boolean lastWord = step.draft().lastQuestion() <= proposal.ticket().message();
        if (proposal.answer().action() == AiAction.RESOLVE && lastWord) {
            Closing.resolve(step, new HostInput.Resolves(Resolution.ASSUMED, ""));
        }
    }

    /** An AI that may finish its sentence is asked again when the customer has written meanwhile. */
    static void goOn(Step step, int answered) {
        ConversationDraft draft = step.draft();
        if (draft.lastQuestion() > answered
                && step.isOpen()
                && draft.control().letsAiSpeak()
                && draft.ai().ticket() == null
                && draft.ai().held() == null) {
            askOrCall(step);
        }
    }

    /** The question that waits goes to the AI, or to people when the AI may not speak. */
    static void askOrCall(Step step) {
        EscalationReason silence = Escalations.silence(step);
        if (silence != null) {
            Escalations.escalate(step, List.of(silence), TemplateKey.ESCALATION);
        } else {
            ask(step, step.draft().lastQuestion());
        }
    }

    private static void keep(Step step, Proposal proposal, TextKind kind) {
        if (proposal.text() > 0) {
            step.keep(
                    proposal.text(),
                    kind,
                    Actor.AI,
                    proposal.ticket().message(),
                    proposal.answer().text());
        }
    }

    /** The same answer twice in a row, or one in another language than the customer's, is a sign of confusion. */
    private static boolean isConfused(Step step, AnswerSignals signals) {
        if (signals.print() != 0 && signals.print() == step.draft().ai().lastPrint()) {
            return true;
        }
        LanguageGuess guess = signals.language().orElse(null);
        ConversationLanguage language = step.draft().language();
        LanguagePolicy policy = step.policy().language();
        return guess != null
                && language.source() != Source.DEFAULT
                && guess.letters() >= policy.switchLetters()
                && guess.confidence() >= policy.switchConfidence()
                && !language.isSame(guess.tag());
    }

    static Step.Verdict fail(Step step, Ticket ticket, AiFailure failure) {
        StaleCause stale = staleness(step, ticket);
        if (stale != null) {
            step.emit(new AnswerEvent.WentStale(ticket.number(), 0, stale));
            return Step.Verdict.CHANGED;
        }
        step.emit(new AnswerEvent.Failed(ticket.number(), failure));
        step.raise(Flag.AI_FAILURE);
        List<EscalationReason> reasons = Escalations.ask(
                step, EscalationFacts.ofFailure(step.draft(), step.policy().escalation(), failure));
        if (!Escalations.act(step, reasons, TemplateKey.ESCALATION) && !step.isShadow()) {
            fallBack(step, ticket.number(), ReasonCode.AI_FAILURE, TemplateKey.FALLBACK);
        }
        goOn(step, ticket.message());
        return Step.Verdict.CHANGED;
    }

    /** Calls a person in the answer's place; a customer whom nobody can take is told that there is no answer. */
    static void callInstead(Step step, int ticket, String code, String fact, TemplateKey fallback) {
        boolean called = Escalations.escalate(step, List.of(Escalations.because(code, fact)), TemplateKey.ESCALATION);
        if (!called && !step.isShadow() && step.draft().handoff() == null) {
            fallBack(step, ticket, code, fallback);
        }
    }

    /**
     * Tells the customer that there is no answer, but never twice in a row: then the AI counts as failing and a person is
     * called, or has been already.
     */
    static void fallBack(Step step, int ticket, String code, TemplateKey key) {
        if (step.draft().ai().fallbacks() > 0) {
            step.raise(Flag.AI_FAILURE);
            Escalations.escalate(
                    step, List.of(Escalations.because(code, "fallbacks_in_a_row")), TemplateKey.ESCALATION);
            return;
        }
        Templates.Rendered text = step.worded(key, Map.of());
        int number = step.write(TextKind.MESSAGE, Actor.SYSTEM, 0, text.content());
        step.emit(new AnswerEvent.FellBack(ticket, number, code, text.language()));
        step.sent(number);
    }

    private static @Nullable StaleCause staleness(Step step, Ticket ticket) {
        ConversationDraft draft = step.draft();
        if (!step.isOpen()) {
            return StaleCause.RESOLVED;
        }
        if (ticket.epoch() != draft.controlEpoch() || !draft.control().letsAiSpeak()) {
            return StaleCause.EPOCH;
        }
        Ticket current = draft.ai().ticket();
        if (current != null && current.number() == ticket.number()) {
            return null;
        }
        if (draft.lastQuestion() > ticket.message()) {
            return StaleCause.NEWER_MESSAGE;
        }
        return ticket.number() < draft.lastTicket() ? StaleCause.NEWER_TICKET : StaleCause.TIMED_OUT;
    }

    /** A number from 0 to 1 that belongs to the answer: the same for every repeat, evenly spread over answers. */
    private static double sample(Ticket ticket) {
        long hash = ticket.conversation().hashCode() * 0x9E3779B97F4A7C15L + ticket.number();
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return ((hash ^ (hash >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
