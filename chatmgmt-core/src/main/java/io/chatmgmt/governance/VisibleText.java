package io.chatmgmt.governance;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.MessageEvent;

/** Which texts of a journal row the customer gets to read, and how they get there. */
final class VisibleText {

    private VisibleText() {}

    /** The number of the text that an event makes visible, 0 for none. */
    static int numberOf(ConversationEvent event) {
        if (event instanceof AnswerEvent.Sent sent) {
            return sent.text();
        }
        if (event instanceof MessageEvent.SystemWrote system) {
            return system.number();
        }
        if (event instanceof AnswerEvent.FellBack fallback) {
            return fallback.text();
        }
        if (event instanceof MessageEvent.AgentWrote agent) {
            return agent.number();
        }
        if (event instanceof AnswerEvent.Replaced replaced) {
            return replaced.text();
        }
        return event instanceof AnswerEvent.Corrected corrected ? corrected.text() : 0;
    }

    /** Whether the text waits at the outbox instead of with the caller. */
    static boolean isPending(JournalRow row, int number) {
        for (ConversationEvent event : row.events()) {
            if (event instanceof MessageEvent.LeftPending pending && pending.number() == number) {
                return true;
            }
        }
        return false;
    }
}
