package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the figures need to remember of one conversation. Not thread-safe. */
final class Tally {

    /** The conversation as it was last heard of. */
    Conversation latest;

    /** Whether a person was called in it. */
    boolean escalated;

    /** The number of the customer's latest message, and when it came; null once it has been answered. */
    int question;

    @Nullable
    Instant askedAt;

    /** Since when it waits for an agent; null while it does not. */
    @Nullable
    Instant queuedAt;

    /** The agents who had it. */
    final Set<AgentId> agents = new LinkedHashSet<>(2);

    Tally(Conversation latest) {
        this.latest = latest;
    }
}
