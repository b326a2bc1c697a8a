package io.chatmgmt.governance;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Text;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners and ports what has been committed; what they throw is logged once a class and dropped. Thread-safe. */
final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final List<GovernanceListener> listeners;
    private final @Nullable Outbound outbound;
    private final @Nullable Notifier notifier;
    private final TransactionHook transactions;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    Announcer(
            List<GovernanceListener> listeners,
            @Nullable Outbound outbound,
            @Nullable Notifier notifier,
            TransactionHook transactions) {
        this.listeners = List.copyOf(listeners);
        this.outbound = outbound;
        this.notifier = notifier;
        this.transactions = transactions;
    }

    /** Whether there is anybody to tell anything. */
    boolean hasListeners() {
        return !listeners.isEmpty() || outbound != null || notifier != null;
    }

    /** Runs what must wait for the host's transaction. */
    void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    void announce(JournalRow row, Conversation conversation, List<Text> texts) {
        for (int i = 0; i < listeners.size(); i++) {
            GovernanceListener listener = listeners.get(i);
            try {
                listener.onCommitted(row, conversation);
            } catch (RuntimeException e) {
                noteFailure(listener, e);
            }
        }
        if (notifier == null && outbound == null) {
            return;
        }
        List<ConversationEvent> events = row.events();
        for (int i = 0; i < events.size(); i++) {
            ConversationEvent event = events.get(i);
            if (notifier != null) {
                notify(notifier, row, conversation, event);
            }
            if (outbound != null && event instanceof MessageEvent.LeftPending pending) {
                offer(outbound, row.conversation(), pending.number(), texts);
            }
        }
    }

    /** Offers one pending text to the host. */
    void offerAgain(ConversationId conversation, Text text) {
        if (outbound != null) {
            offer(outbound, conversation, text.number(), List.of(text));
        }
    }

    private void offer(Outbound port, ConversationId conversation, int number, List<Text> texts) {
        for (Text text : texts) {
            if (text.number() == number) {
                isolate(
                        port,
                        () -> port.deliver(new OutboundMessage(
                                conversation, number, text.author().kind(), text.content())));
            }
        }
    }

    private void notify(Notifier port, JournalRow row, Conversation conversation, ConversationEvent event) {
        if (event instanceof HandoffEvent.Queued queued) {
            Escalation escalation = conversation.escalation();
            isolate(
                    port,
                    () -> port.notify(new Notification.HandoffQueued(
                            row.conversation(),
                            queued.queue(),
                            escalation == null ? List.of() : escalation.reasons())));
        } else if (event instanceof HandoffEvent.Offered offered) {
            isolate(port, () -> port.notify(new Notification.OfferMade(row.conversation(), offered.offer())));
        } else if (event instanceof HandoffEvent.Called called) {
            isolate(port, () -> port.notify(new Notification.CallMade(row.conversation(), called.call())));
        } else if (event instanceof HandoffEvent.CallEnded ended) {
            isolate(
                    port,
                    () -> port.notify(new Notification.CallEnded(row.conversation(), ended.call(), ended.agents())));
        } else if (event instanceof HandoffEvent.Rescinded rescinded) {
            isolate(
                    port,
                    () -> port.notify(
                            new Notification.OfferRescinded(row.conversation(), rescinded.offer(), rescinded.agent())));
        } else if (event instanceof HandoffEvent.NotQueued notQueued) {
            isolate(
                    port,
                    () -> port.notify(new Notification.NobodyAvailable(
                            row.conversation(), notQueued.queue(), notQueued.reason(), notQueued.callBack())));
        } else if (event instanceof LifecycleEvent.FlagRaised raised && raised.flag() == Flag.STUCK) {
            isolate(port, () -> port.notify(new Notification.Stuck(row.conversation())));
        } else if (event instanceof AnswerEvent.Held held) {
            isolate(port, () -> port.notify(new Notification.AnswerHeld(row.conversation(), held.answer())));
        } else if (event instanceof CaseEvent.FollowUpReminded reminded) {
            due(port, conversation, reminded.number());
        } else if (event instanceof CaseEvent.FollowUpOverdue overdue) {
            due(port, conversation, overdue.number());
        }
    }

    private void due(Notifier port, Conversation conversation, int followUp) {
        conversation
                .caseFile()
                .followUp(followUp)
                .ifPresent(each ->
                        isolate(port, () -> port.notify(new Notification.FollowUpDue(conversation.id(), each))));
    }

    private void isolate(Object port, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            noteFailure(port, e);
        }
    }

    private void noteFailure(Object port, RuntimeException e) {
        if (failed.add(port.getClass().getName())) {
            log.warn(
                    "{} failed; this is logged once, the conversation goes on",
                    port.getClass().getName(),
                    e);
        }
    }
}
