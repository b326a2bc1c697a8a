package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of a conversation that people had: what the AI has to know when it gets the conversation back. Immutable.
 *
 * @param from since when a person had it
 * @param to until when
 * @param agent who had it last
 * @param lastText the number of the last text in it
 * @param note the number of the note in which the agent says what was done, 0 for none
 */
public record HumanStretch(Instant from, Instant to, AgentId agent, int lastText, int note) {

    /** Checks the parts. */
    public HumanStretch {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(agent, "agent");
    }
}
