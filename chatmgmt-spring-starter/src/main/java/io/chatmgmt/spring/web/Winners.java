package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.PersonResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who was first when a command is lost. Thread-safe. */
final class Winners {

    /** How far back it is looked for; what is older is not why somebody is late by a moment. */
    private static final int ROWS = 100;

    private final ChatGovernance governance;
    private final Names names;

    Winners(ChatGovernance governance, Names names) {
        this.governance = governance;
        this.names = names;
    }

    /** Who was first, and when. */
    record First(Problem.Winner by, Instant at) {}

    First find(PersonResult.Lost lost, @Nullable Concern concern) {
        Conversation current = lost.current();
        if (concern != null && !concern.isAny()) {
            List<JournalRow> rows =
                    governance.conversations().journal(current.id(), Math.max(0, current.version() - ROWS), ROWS);
            for (int i = rows.size() - 1; i >= 0; i--) {
                JournalRow row = rows.get(i);
                if (row.events().stream().anyMatch(event -> ends(event, concern))) {
                    return first(row.conversation().tenant(), row.actor(), row.at());
                }
            }
        }
        return first(current.id().tenant(), lost.by(), lost.at());
    }

    private First first(String tenant, Actor actor, Instant at) {
        PersonView person = names.person(tenant, actor);
        return new First(new Problem.Winner(actor.kind(), actor.id(), person == null ? actor.id() : person.name()), at);
    }

    private static boolean ends(ConversationEvent event, Concern concern) {
        return switch (concern.kind()) {
            case EPOCH ->
                event instanceof LifecycleEvent.Resolved
                        || event instanceof LifecycleEvent.Reopened
                        || event instanceof HandoffEvent.ControlMoved moved && moved.epoch() > concern.number();
            case OFFER -> endsOffer(event, concern.number());
            case TICKET -> endsAnswer(event, concern.number());
            case ANY -> false;
        };
    }

    private static boolean endsOffer(ConversationEvent event, long offer) {
        return event instanceof HandoffEvent.Accepted accepted && accepted.offer() == offer
                || event instanceof HandoffEvent.Declined declined && declined.offer() == offer
                || event instanceof HandoffEvent.TimedOut timedOut && timedOut.offer() == offer
                || event instanceof HandoffEvent.Rescinded rescinded && rescinded.offer() == offer;
    }

    private static boolean endsAnswer(ConversationEvent event, long ticket) {
        return event instanceof AnswerEvent.Reviewed reviewed && reviewed.ticket() == ticket
                || event instanceof AnswerEvent.HoldExpired expired && expired.ticket() == ticket
                || event instanceof AnswerEvent.WentStale stale && stale.ticket() == ticket
                || event instanceof ReviewEvent.Claimed claimed && claimed.ticket() == ticket;
    }
}
