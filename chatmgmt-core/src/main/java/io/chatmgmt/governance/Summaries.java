package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.lifecycle.RoutingInput;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has conversations summarised for which a person has been called. What fails is logged once. Thread-safe. */
final class Summaries {

    private static final Logger log = LoggerFactory.getLogger(Summaries.class);

    private final Kernel kernel;
    private final CommandRunner runner;
    private final @Nullable Summarizer summarizer;
    private final AtomicBoolean failed = new AtomicBoolean();

    Summaries(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
        this.summarizer = kernel.summarizer();
    }

    boolean isConcerned(List<ConversationEvent> events) {
        return summarizer != null && handoff(events) > 0;
    }

    /** The number of the handoff that has just begun, 0 for none. */
    private static int handoff(List<ConversationEvent> events) {
        for (ConversationEvent event : events) {
            if (event instanceof HandoffEvent.Queued queued) {
                return queued.number();
            }
            if (event instanceof HandoffEvent.Joined joined) {
                return joined.number();
            }
        }
        return 0;
    }

    void consider(Conversation row, List<ConversationEvent> events) {
        Summarizer asked = summarizer;
        int handoff = handoff(events);
        if (asked == null || handoff == 0) {
            return;
        }
        try {
            asked.summarize(Briefing.of(kernel, row)).whenComplete((summary, problem) -> {
                if (problem == null) {
                    keep(row.id(), handoff, summary);
                } else {
                    note(problem);
                }
            });
        } catch (RuntimeException e) {
            note(e);
        }
    }

    private void keep(ConversationId id, int handoff, @Nullable String summary) {
        if (summary == null || summary.isBlank()) {
            return;
        }
        String kept = summary.length() <= ContextPackage.MAX_CHARACTERS
                ? summary
                : summary.substring(0, ContextPackage.MAX_CHARACTERS);
        try {
            runner.run(id, Actor.SYSTEM, "summary:" + handoff, new RoutingInput.Summarises(handoff, kept));
        } catch (ChatGovernanceException e) {
            log.warn("the summary of conversation {} could not be kept; the handoff goes on without it", id, e);
        }
    }

    private void note(Throwable problem) {
        if (summarizer != null && !failed.getAndSet(true)) {
            log.warn(
                    "the summarizer {} failed; this is logged once, handoffs go on without it",
                    summarizer.getClass().getName(),
                    problem);
        }
    }
}
