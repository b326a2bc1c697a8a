package io.chatmgmt.spring.actuate;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.governance.GovernanceListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sees on this node how often texts had to be offered to the host again because nobody acknowledged them: a channel that
 * does not deliver, or a host that forgets to say that it did. Thread-safe.
 */
final class OutboundWatch implements GovernanceListener {

    /** For how long a text that was offered again counts. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** How many are counted at most. */
    static final int MOST = 1_000;

    private final Deque<Instant> retries = new ArrayDeque<>();

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        for (ConversationEvent event : row.events()) {
            if (event instanceof MessageEvent.Retried) {
                retried(row.at());
            }
        }
    }

    private synchronized void retried(Instant at) {
        retries.addLast(at);
        if (retries.size() > MOST) {
            retries.removeFirst();
        }
    }

    /** How many texts were offered again lately, at most {@value #MOST}. */
    synchronized int retries(Instant now) {
        Instant start = now.minus(WINDOW);
        retries.removeIf(at -> !at.isAfter(start));
        return retries.size();
    }
}
