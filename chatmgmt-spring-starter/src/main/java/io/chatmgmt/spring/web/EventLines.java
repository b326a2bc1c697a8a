package io.chatmgmt.spring.web;

import static java.util.Map.entry;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.TransferKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The line of each type of event. What shows in a message itself, or is of use to the library only, has none. Thread-safe.
 */
final class EventLines {

    /** The types of events without a line. */
    static final Set<Class<? extends ConversationEvent>> WITHOUT = Set.of(
            MessageEvent.CustomerWrote.class,
            MessageEvent.AgentWrote.class,
            MessageEvent.SystemWrote.class,
            MessageEvent.Noted.class,
            MessageEvent.LeftPending.class,
            MessageEvent.Acknowledged.class,
            AnswerEvent.TicketIssued.class,
            AnswerEvent.Proposed.class,
            AnswerEvent.Sent.class,
            AnswerEvent.Replaced.class,
            HandoffEvent.Looked.class,
            HandoffEvent.Calmed.class,
            HandoffEvent.Briefed.class,
            HandoffEvent.HumanStretchEnded.class,
            HandoffEvent.Reprioritised.class,
            HandoffEvent.Joined.class,
            LifecycleEvent.LanguageDisputed.class,
            ReviewEvent.Entered.class);

    private static final Map<Class<? extends ConversationEvent>, Line<?>> LINES = Map.ofEntries(
            line(LifecycleEvent.Opened.class, "OPENED", (each, names) -> "The conversation began in " + each.channel()),
            line(LifecycleEvent.Reopened.class, "REOPENED", (each, names) -> "The matter was opened again"),
            line(LifecycleEvent.CustomerChanged.class, "CUSTOMER", (each, names) -> "The customer was identified"),
            line(LifecycleEvent.LanguageSet.class, "LANGUAGE", (each, names) -> "Language: " + each.tag()),
            line(
                    LifecycleEvent.TopicSet.class,
                    "TOPIC",
                    (each, names) -> "Topic: " + each.topic().code()),
            line(LifecycleEvent.FlagRaised.class, "FLAG_RAISED", (each, names) -> "Flag raised: " + plain(each.flag())),
            line(
                    LifecycleEvent.FlagCleared.class,
                    "FLAG_CLEARED",
                    (each, names) -> "Flag no longer holds: " + plain(each.flag())),
            line(
                    LifecycleEvent.FlagTakenDown.class,
                    "FLAG_TAKEN_DOWN",
                    (each, names) -> "Flag taken down: " + plain(each.flag())),
            line(LifecycleEvent.SettingsChanged.class, "SETTINGS", (each, names) -> "What the AI may do was changed"),
            line(LifecycleEvent.Resolved.class, "RESOLVED", (each, names) -> "Resolved: " + plain(each.resolution())),
            line(SurveyEvent.Asked.class, "SURVEY_SENT", (each, names) -> "The customer was asked for a rating"),
            line(
                    SurveyEvent.NotAsked.class,
                    "SURVEY_NOT_SENT",
                    (each, names) -> "The customer was not asked for a rating: " + plain(each.reason())),
            line(SurveyEvent.Rated.class, "RATED", (each, names) -> "Rated " + each.stars() + " of 5"),
            line(
                    LifecycleEvent.Erased.class,
                    "ERASED",
                    (each, names) -> "Who the customer was, and what was written, was erased"),
            line(HandoffEvent.Summarised.class, "SUMMARISED", (each, names) -> "A summary was made"),
            line(MessageEvent.Retried.class, "RETRIED", (each, names) -> "A message is offered for delivery again"),
            line(MessageEvent.Undeliverable.class, "UNDELIVERABLE", (each, names) -> "A message was not delivered"),
            line(AnswerEvent.Held.class, "HELD", (each, names) -> "Answer held for review"),
            line(AnswerEvent.Reviewed.class, "REVIEWED", (each, names) -> "Held answer: " + plain(each.action())),
            line(AnswerEvent.HoldExpired.class, "HOLD_EXPIRED", (each, names) -> "The held answer ran out of time"),
            line(AnswerEvent.Dropped.class, "DROPPED", (each, names) -> "The answer was dropped"),
            line(
                    AnswerEvent.WentStale.class,
                    "STALE",
                    (each, names) -> "An answer came too late: " + plain(each.cause())),
            line(AnswerEvent.Failed.class, "AI_FAILED", (each, names) -> "The AI failed: " + plain(each.failure())),
            line(AnswerEvent.FellBack.class, "FELL_BACK", (each, names) -> "Fallback message sent"),
            line(
                    AnswerEvent.Corrected.class,
                    "CORRECTED",
                    (each, names) -> names.of(each.agent()) + " corrected an answer"),
            line(
                    EscalationEvent.Raised.class,
                    "ESCALATED",
                    (each, names) -> "Escalated to " + each.queue() + ", " + each.level()),
            line(EscalationEvent.Extended.class, "ESCALATION_EXTENDED", (each, names) -> "More reasons to escalate"),
            line(
                    EscalationEvent.HeldBack.class,
                    "ESCALATION_HELD_BACK",
                    (each, names) -> "Reasons to escalate were held back"),
            line(
                    EscalationEvent.NearlyRaised.class,
                    "NEARLY_ESCALATED",
                    (each, names) -> "Nearly escalated, not quite enough"),
            line(EscalationEvent.Flagged.class, "FLAGGED", (each, names) -> "Flagged for people to look at"),
            line(EscalationEvent.HumanOffered.class, "HUMAN_OFFERED", (each, names) -> "A person was offered"),
            line(
                    EscalationEvent.HumanNotWanted.class,
                    "HUMAN_NOT_WANTED",
                    (each, names) -> "The customer stays with the AI"),
            line(HandoffEvent.ControlMoved.class, "CONTROL_MOVED", EventLines::control),
            line(HandoffEvent.Queued.class, "QUEUED", (each, names) -> "Waits in " + each.queue()),
            line(
                    HandoffEvent.Offered.class,
                    "OFFERED",
                    (each, names) -> "Offered to " + names.of(each.offer().agent())),
            line(
                    HandoffEvent.Declined.class,
                    "DECLINED",
                    (each, names) -> names.of(each.refusal().agent()) + " declined"),
            line(
                    HandoffEvent.TimedOut.class,
                    "TIMED_OUT",
                    (each, names) -> names.of(each.refusal().agent()) + " did not answer in time"),
            line(HandoffEvent.Rescinded.class, "RESCINDED", (each, names) -> "The offer was taken back"),
            line(HandoffEvent.Returned.class, "RETURNED", (each, names) -> "Back in the queue: " + plain(each.cause())),
            line(HandoffEvent.Accepted.class, "ACCEPTED", (each, names) -> names.of(each.agent()) + " accepted"),
            line(
                    HandoffEvent.Called.class,
                    "CALLED",
                    (each, names) -> "Shown to " + each.call().agents().size() + " agents"),
            line(HandoffEvent.CallEnded.class, "CALL_ENDED", (each, names) -> "No longer shown to others"),
            line(HandoffEvent.Transferred.class, "TRANSFERRED", EventLines::transferred),
            line(
                    HandoffEvent.NotQueued.class,
                    "NOT_QUEUED",
                    (each, names) -> "Nobody can take it: " + plain(each.reason())),
            line(
                    HandoffEvent.WaitQuoted.class,
                    "WAIT_QUOTED",
                    (each, names) -> "Told the customer about the wait: place "
                            + each.quote().position()),
            line(
                    HandoffEvent.WrapUpBegan.class,
                    "WRAP_UP_BEGAN",
                    (each, names) -> names.of(each.wrapUp().agent()) + " wraps up"),
            line(HandoffEvent.WrapUpEnded.class, "WRAP_UP_ENDED", (each, names) -> names.of(each.agent()) + " is done"),
            line(
                    HandoffEvent.Closed.class,
                    "HANDOFF_CLOSED",
                    (each, names) -> "The handoff ended: " + plain(each.end())),
            line(
                    ReviewEvent.Claimed.class,
                    "CLAIMED",
                    (each, names) -> names.of(each.claim().reviewer()) + " looks at the held answer"),
            line(ReviewEvent.MarkedForTraining.class, "MARKED", (each, names) -> "An answer was marked for training"),
            line(ReviewEvent.TrainingMoved.class, "TRAINING", (each, names) -> "Training: " + plain(each.state())),
            line(
                    CaseEvent.FollowUpPromised.class,
                    "PROMISED",
                    (each, names) -> "Promised for " + owner(each.followUp())),
            line(CaseEvent.FollowUpMoved.class, "PROMISE_MOVED", (each, names) -> "A promise was moved"),
            line(CaseEvent.FollowUpReminded.class, "PROMISE_REMINDED", (each, names) -> "A promise comes due"),
            line(CaseEvent.FollowUpOverdue.class, "PROMISE_OVERDUE", (each, names) -> "A promise is overdue"),
            line(CaseEvent.FollowUpEnded.class, "PROMISE_ENDED", (each, names) -> "A promise is " + plain(each.end())),
            line(
                    CaseEvent.Documented.class,
                    "DOCUMENTED",
                    (each, names) -> "Written down: " + each.closure().reason()),
            line(
                    QualityEvent.Scored.class,
                    "SCORED",
                    (each, names) -> String.format(
                            Locale.ROOT, "Scored %.1f", each.score().score())),
            line(
                    QualityEvent.ReviewSubmitted.class,
                    "REVIEW_SUBMITTED",
                    (each, names) -> names.of(each.reviewer()) + " reviewed the conversation"));

    private final Names names;

    EventLines(Names names) {
        this.names = names;
    }

    /** The types of events with a line. */
    static Set<Class<? extends ConversationEvent>> types() {
        return LINES.keySet();
    }

    /** What people are called, within a tenant. */
    private interface Naming {

        String of(AgentId agent);
    }

    /** How the events of one type are told. */
    private record Line<E extends ConversationEvent>(Class<E> type, String code, BiFunction<E, Naming, String> title) {

        EntryView.EventView of(ConversationEvent event, Naming names) {
            E each = type.cast(event);
            int text = EventTexts.of(each);
            return new EntryView.EventView(
                    code, title.apply(each, names), text == 0 ? null : text, EventDetails.of(each));
        }
    }

    private static <E extends ConversationEvent> Map.Entry<Class<? extends ConversationEvent>, Line<?>> line(
            Class<E> type, String code, BiFunction<E, Naming, String> title) {
        return entry(type, new Line<>(type, code, title));
    }

    /** The line of an event, empty when it has none. */
    Optional<EntryView.EventView> of(ConversationEvent event) {
        Line<?> line = LINES.get(event.getClass());
        return line == null
                ? Optional.empty()
                : Optional.of(line.of(event, agent -> names.of(agent).name()));
    }

    private static String control(HandoffEvent.ControlMoved moved, Naming names) {
        AgentId assignee = moved.assignee();
        if (moved.control() == Control.AI) {
            return "Control moved to the AI";
        }
        return assignee == null ? "Control moved to people" : "Control moved to " + names.of(assignee);
    }

    private static String transferred(HandoffEvent.Transferred moved, Naming names) {
        AgentId to = moved.to();
        String where = to == null ? moved.queue() : names.of(to);
        return (moved.kind() == TransferKind.WARM ? "Being passed on to " : "Passed on to ") + where;
    }

    private static String owner(FollowUp followUp) {
        return followUp.owner().name();
    }

    private static String plain(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
