package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Priority;
import java.util.Objects;

/**
 * Where an escalation goes. Immutable.
 *
 * @param level the tier that is needed
 * @param queue where it waits; empty for the queue of the conversation's topic
 * @param priority how urgent it is
 */
public record EscalationTarget(Level level, String queue, Priority priority) {

    /** First line, the topic's queue, normal priority. */
    public static final EscalationTarget DEFAULT = new EscalationTarget(Level.L1, "", Priority.NORMAL);

    /** Checks for nulls. */
    public EscalationTarget {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(priority, "priority");
    }
}
