package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.lifecycle.HostInput;
import io.chatmgmt.routing.Agent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only clock: does what is due, offers pending texts again, and catches matches that events missed. Thread-safe; any
 * number of nodes may sweep at the same time.
 */
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Kernel kernel;
    private final CommandRunner runner;
    private final Agents agents;
    private final Recorder recorder;

    Sweeper(Kernel kernel, CommandRunner runner, Agents agents, Recorder recorder) {
        this.kernel = kernel;
        this.runner = runner;
        this.agents = agents;
        this.recorder = recorder;
    }

    SweepReport sweep(int limit) {
        int due = 0;
        boolean failed = false;
        List<ConversationId> ids = kernel.store().due(kernel.now(), limit);
        for (ConversationId id : ids) {
            try {
                if (settle(id)) {
                    due++;
                }
            } catch (RuntimeException e) {
                failed = true;
                log.warn("conversation {} could not be settled; the next sweep tries again", id, e);
            }
        }
        for (Agent agent : kernel.store().agentsDue(kernel.now(), limit)) {
            try {
                agents.pass(agent.id());
                due++;
            } catch (RuntimeException e) {
                failed = true;
                log.warn("agent {} could not be settled; the next sweep tries again", agent.id(), e);
            }
        }
        int matched = 0;
        for (String tenant : kernel.store().tenantsWithQueues()) {
            matched += runner.matcher().catchUp(tenant);
        }
        count(limit);
        Instant next = earlier(
                kernel.store().nextDue().orElse(null),
                kernel.store().nextAgentDue().orElse(null));
        return new SweepReport(due, matched, failed && ids.size() < limit ? later(next) : next);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Figures can wait; the conversations cannot. */
    private void count(int limit) {
        try {
            recorder.record(limit);
        } catch (RuntimeException e) {
            log.warn("the figures could not be brought up to date; the next sweep tries again", e);
        }
    }

    /** What could not be settled stays due; that is no reason to sweep without a pause. */
    private @Nullable Instant later(@Nullable Instant next) {
        Instant soonest = kernel.now().plus(PAUSE);
        return next == null || soonest.isBefore(next) ? next : soonest;
    }

    /** Does what is due in one conversation, and sets its due time right; true when anything was due. */
    private boolean settle(ConversationId id) {
        boolean worked = false;
        Conversation current = kernel.store().find(id).orElse(null);
        if (current != null && isDue(current)) {
            CommandRunner.Answer answer =
                    runner.run(id, Actor.SYSTEM, null, null, (now, at) -> new HostInput.LetsTimePass(heldText(now)));
            if (answer instanceof CommandRunner.Answer.Done done) {
                worked = true;
                done.result().events().forEach(event -> followUp(id, event));
            }
            current = kernel.store().find(id).orElse(null);
        }
        if (current != null) {
            kernel.store().reschedule(id, current.version(), current.dueAt());
        }
        return worked;
    }

    private boolean isDue(Conversation conversation) {
        Instant due = conversation.dueAt();
        return due != null && !kernel.now().isBefore(due);
    }

    private String heldText(@Nullable Conversation conversation) {
        HeldAnswer held = conversation == null ? null : conversation.ai().held();
        if (conversation == null || held == null) {
            return "";
        }
        List<Text> texts = kernel.store().texts(conversation.id(), held.draft() - 1, 1);
        return texts.isEmpty() ? "" : texts.get(0).content();
    }

    private void followUp(ConversationId id, ConversationEvent event) {
        if (event instanceof MessageEvent.Retried retried) {
            kernel.store()
                    .texts(id, retried.number() - 1, 1)
                    .forEach(text -> kernel.announcer().offerAgain(id, text));
        } else if (event instanceof HandoffEvent.TimedOut timedOut) {
            agents.missed(timedOut.refusal().agent());
        } else if (event instanceof HandoffEvent.Returned returned && returned.cause() == ReturnCause.UNANSWERED) {
            agents.missed(returned.agent());
        }
    }
}
