package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.WrapUp;
import java.util.Map;

/** What agents hold according to the conversations. */
public final class HeldSlots {

    private HeldSlots() {}

    /** Adds what the agents of one conversation hold for it: offered, taken, or wrapping up. */
    public static void add(Conversation row, Map<AgentId, Integer> held) {
        Handoff handoff = row.handoff();
        if (handoff != null && handoff.offer() != null) {
            held.merge(handoff.offer().agent(), handoff.weight(), Integer::sum);
        }
        if (handoff != null && row.assignee() != null) {
            held.merge(row.assignee(), handoff.weight(), Integer::sum);
        }
        WrapUp wrapUp = row.wrapUp();
        if (wrapUp != null) {
            held.merge(wrapUp.agent(), wrapUp.weight(), Integer::sum);
        }
    }
}
