package io.chatmgmt.governance;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.MessageEvent;
import java.util.List;

/** Which texts of a commit the customer gets to read, and how they get there. */
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
    static boolean isPending(List<ConversationEvent> events, int number) {
        for (ConversationEvent event : events) {
            if (event instanceof MessageEvent.LeftPending pending && pending.number() == number) {
                return true;
            }
        }
        return false;
    }
}
