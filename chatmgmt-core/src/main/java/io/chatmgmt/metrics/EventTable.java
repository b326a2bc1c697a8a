package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.ReviewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events count for what. An event that counts for nothing is named, too, so that none is forgotten. */
final class EventTable {

    /** What is done for one type of event. */
    @FunctionalInterface
    interface Handler<E extends ConversationEvent> {

        void record(E event, Instant at, ConversationTally tally, Records out);
    }

    private static final Set<Class<? extends ConversationEvent>> COUNT_FOR_NOTHING = Set.of(
            LifecycleEvent.CustomerChanged.class,
            LifecycleEvent.LanguageDisputed.class,
            LifecycleEvent.FlagRaised.class,
            LifecycleEvent.FlagCleared.class,
            LifecycleEvent.FlagTakenDown.class,
            LifecycleEvent.SettingsChanged.class,
            LifecycleEvent.Erased.class,
            MessageEvent.Noted.class,
            MessageEvent.LeftPending.class,
            MessageEvent.Acknowledged.class,
            MessageEvent.Retried.class,
            MessageEvent.Undeliverable.class,
            AnswerEvent.TicketIssued.class,
            AnswerEvent.Dropped.class,
            ReviewEvent.Claimed.class,
            ReviewEvent.Entered.class,
            ReviewEvent.MarkedForTraining.class,
            ReviewEvent.TrainingMoved.class,
            CaseEvent.FollowUpPromised.class,
            CaseEvent.FollowUpMoved.class,
            CaseEvent.FollowUpReminded.class,
            CaseEvent.FollowUpOverdue.class,
            CaseEvent.FollowUpEnded.class,
            CaseEvent.Documented.class,
            EscalationEvent.HeldBack.class,
            EscalationEvent.NearlyRaised.class,
            EscalationEvent.Flagged.class,
            EscalationEvent.HumanOffered.class,
            EscalationEvent.HumanNotWanted.class,
            HandoffEvent.ControlMoved.class,
            HandoffEvent.Reprioritised.class,
            HandoffEvent.Returned.class,
            HandoffEvent.Called.class,
            HandoffEvent.CallEnded.class,
            HandoffEvent.Transferred.class,
            HandoffEvent.Looked.class,
            HandoffEvent.Calmed.class,
            HandoffEvent.NotQueued.class,
            HandoffEvent.WaitQuoted.class,
            HandoffEvent.Briefed.class,
            HandoffEvent.Summarised.class,
            HandoffEvent.HumanStretchEnded.class,
            HandoffEvent.WrapUpBegan.class,
            HandoffEvent.WrapUpEnded.class);

    private static final EventTable TABLE = new EventTable();

    private final Map<Class<?>, Handler<?>> handlers = new HashMap<>();

    private EventTable() {
        LifecycleRecords.enter(this);
        TurnRecords.enter(this);
        HandoffRecords.enter(this);
        QualityRecords.enter(this);
        SurveyRecords.enter(this);
    }

    <E extends ConversationEvent> EventTable on(Class<E> type, Handler<E> handler) {
        handlers.put(type, handler);
        return this;
    }

    static void record(JournalRow row, ConversationTally tally, Records out) {
        List<ConversationEvent> events = row.events();
        for (int i = 0; i < events.size(); i++) {
            TABLE.record(events.get(i), row.at(), tally, out);
        }
    }

    @SuppressWarnings("unchecked") // a handler is registered for the type that it takes
    private <E extends ConversationEvent> void record(E event, Instant at, ConversationTally tally, Records out) {
        @Nullable Handler<E> handler = (Handler<E>) handlers.get(event.getClass());
        if (handler != null) {
            handler.record(event, at, tally, out);
        }
    }

    /** Whether somebody has decided what a type of event counts for. */
    static boolean knows(Class<?> type) {
        return TABLE.handlers.containsKey(type) || COUNT_FOR_NOTHING.contains(type);
    }
}
