package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets time act between the turns: the library's deadlines and the simulated people, each at its own instant, the library
 * first. While conversations wait for an agent it sweeps at least once a minute, as a host would. Thread-safe.
 */
final class Clockwork implements GovernanceListener {

    private static final int LIMIT = 1000;
    private static final Duration BEAT = Duration.ofMinutes(1);

    private final VirtualTime time;
    private final Agenda agenda;
    private final Set<ConversationId> waiting = new HashSet<>();
    private @Nullable Instant due;
    private @Nullable Instant beat;

    Clockwork(VirtualTime time, Agenda agenda) {
        this.time = time;
        this.agenda = agenda;
    }

    @Override
    public synchronized void onCommitted(JournalRow row, Conversation conversation) {
        due = earlier(due, conversation.dueAt());
        Handoff handoff = conversation.handoff();
        if (handoff != null && handoff.isWaiting()) {
            if (waiting.isEmpty()) {
                beat = row.at().plus(BEAT);
            }
            waiting.add(row.conversation());
        } else if (!waiting.isEmpty() && waiting.remove(row.conversation()) && waiting.isEmpty()) {
            beat = null;
        }
    }

    /** When something happens by itself next; null when nothing does. */
    synchronized @Nullable Instant next() {
        return earlier(earlier(due, beat), agenda.next());
    }

    /** Lets everything happen that is due up to a moment. */
    void advanceTo(ChatGovernance governance, Instant to) {
        Instant next = next();
        while (next != null && !next.isAfter(to)) {
            step(governance, next);
            next = next();
        }
    }

    /** Lets everything happen that is still due, when no turn follows. */
    void finish(ChatGovernance governance) {
        synchronized (this) {
            waiting.clear();
            beat = null;
        }
        for (Instant next = next(); next != null; next = next()) {
            step(governance, next);
        }
    }

    private void step(ChatGovernance governance, Instant moment) {
        time.set(moment);
        Instant people = agenda.next();
        if (people == null || isSweepDue(moment)) {
            sweep(governance, moment);
        } else {
            agenda.take().run();
        }
    }

    private synchronized boolean isSweepDue(Instant moment) {
        return (due != null && !due.isAfter(moment)) || (beat != null && !beat.isAfter(moment));
    }

    private void sweep(ChatGovernance governance, Instant moment) {
        synchronized (this) {
            due = null;
            beat = waiting.isEmpty() ? null : moment.plus(BEAT);
        }
        SweepReport report = governance.sweep(LIMIT);
        Instant next = report.next();
        boolean idle = report.due() == 0 && next != null && !next.isAfter(moment);
        synchronized (this) {
            due = idle ? due : earlier(due, next);
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
