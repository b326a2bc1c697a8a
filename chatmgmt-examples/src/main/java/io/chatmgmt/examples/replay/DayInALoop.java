package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Notification;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the sample day over and over on a front door that people use at the same time. The conversations begin closer
 * together than they were recorded, one every twelve seconds, so that there is always something going on; within a
 * conversation the tempo is the recorded one. Where a person has taken a conversation over for real, the recorded
 * colleagues and the recorded AI keep out of it, and the recorded customer goes on writing. {@link #play} is called by one
 * thread, {@link #notify} by any.
 */
public final class DayInALoop {

    private static final Logger log = LoggerFactory.getLogger(DayInALoop.class);

    /** How long it takes until the next conversation begins. */
    private static final Duration SPACING = Duration.ofSeconds(12);

    /** What of the first pass is made up for at once, so that there is something to see. */
    private static final Duration HEAD_START = Duration.ofMinutes(3);

    /** With which conversation a pass begins: the first ones of the day are those of early risers. */
    private static final int FIRST = 9;

    /** How long a conversation stays open that its recording leaves open. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PULSE = Duration.ofSeconds(15);
    private static final int PAGE = 500;

    private final ChatGovernance governance;
    private final SampleWorld world;
    private final Host host;
    private final Agenda agenda = new Agenda();
    private final Queue<Cue> cues = new PriorityQueue<>(Comparator.comparing(Cue::at));
    private final double speed;
    private Instant nextPass;
    private Instant nextPulse = Instant.EPOCH;

    /**
     * The day on a front door; the simulated team is hired.
     *
     * @param governance the front door
     * @param policy the policy that it has
     * @param speed how much faster than recorded, 1 for not at all
     * @param now the moment
     */
    public DayInALoop(ChatGovernance governance, GovernancePolicy policy, double speed, Instant now) {
        if (!(speed > 0) || speed > 1000) {
            throw new IllegalArgumentException("speed must be more than 0 and at most 1000: " + speed);
        }
        this.governance = governance;
        this.speed = speed;
        this.world = SampleWorld.read(policy);
        this.host = new Host(governance, world.team(), agenda);
        this.nextPass = now.minus(scaled(HEAD_START));
        endLeftovers();
    }

    /** Whatever an earlier run of the program has left open ends now. */
    private void endLeftovers() {
        ConversationId after = null;
        List<Conversation> page = governance.conversations().open(ConversationId.DEFAULT_TENANT, after, PAGE);
        while (!page.isEmpty()) {
            for (Conversation each : page) {
                after = each.id();
                if (SampleWorld.isOfDay(each.id())) {
                    governance.resolve(each.id(), Resolution.ASSUMED);
                }
            }
            page = governance.conversations().open(ConversationId.DEFAULT_TENANT, after, PAGE);
        }
    }

    /**
     * Lets the simulated team hear of something, if it is about one of the day's conversations.
     *
     * @param notification what
     */
    public void notify(Notification notification) {
        if (SampleWorld.isOfDay(notification.conversation())) {
            host.team().notify(notification);
        }
    }

    /**
     * Plays what is due.
     *
     * @param now the moment
     * @return when it is needed next
     */
    public Instant play(Instant now) {
        pulse(now);
        while (!nextPass.isAfter(now)) {
            schedule(nextPass);
            nextPass =
                    nextPass.plus(scaled(SPACING.multipliedBy(world.recordings().size())));
        }
        Instant next = next();
        while (!next.isAfter(now)) {
            step(next);
            next = next();
        }
        return next.isBefore(nextPulse) ? next : nextPulse;
    }

    private Instant next() {
        Cue cue = cues.peek();
        Instant people = agenda.next();
        Instant next = cue == null || nextPass.isBefore(cue.at()) ? nextPass : cue.at();
        return people != null && people.isBefore(next) ? people : next;
    }

    private void step(Instant moment) {
        Cue cue = cues.peek();
        try {
            if (cue != null && !cue.at().isAfter(moment)) {
                cues.remove();
                if (cue.isCustomers() || !isTaken(cue.conversation().recording().id())) {
                    cue.play();
                }
            } else {
                agenda.take().run();
            }
        } catch (RuntimeException e) {
            log.debug("the sample day differs from what happened here", e);
        }
    }

    /** Whether somebody who works here for real has it. */
    private boolean isTaken(ConversationId id) {
        AgentId has =
                governance.conversations().find(id).map(Conversation::assignee).orElse(null);
        return has != null && !host.team().isOf(has);
    }

    private void schedule(Instant start) {
        String pass = Long.toString(start.getEpochSecond(), Character.MAX_RADIX);
        int count = world.recordings().size();
        for (int i = 0; i < count; i++) {
            Recording recording = world.recordings().get((FIRST + i) % count);
            HostedConversation conversation = new HostedConversation(SampleWorld.named(recording, pass), host);
            Instant begins = start.plus(scaled(SPACING.multipliedBy(i)));
            for (Cue cue : Timeline.of(List.of(conversation)).cues()) {
                Duration within = Duration.between(recording.openedAt(), cue.at());
                cues.add(cue.at(begins.plus(scaled(within))));
            }
            if (!recording.resolved()) {
                Duration within = Duration.between(recording.openedAt(), recording.endsAt());
                agenda.add(begins.plus(scaled(within.plus(PATIENCE))), () -> forget(conversation));
            }
        }
    }

    /** Whoever has left without a word is not coming back. */
    private void forget(HostedConversation conversation) {
        ConversationId id = conversation.recording().id();
        if (!isTaken(id)) {
            governance.resolve(id, Resolution.ABANDONED);
        }
    }

    private Duration scaled(Duration recorded) {
        return Duration.ofNanos((long) (recorded.toNanos() / speed));
    }

    /** Everybody who is there is heard of, so that nobody counts as disconnected: there is no telephone to look at. */
    private void pulse(Instant now) {
        if (nextPulse.isAfter(now)) {
            return;
        }
        nextPulse = now.plus(PULSE);
        for (Agent agent : governance.agents().list(ConversationId.DEFAULT_TENANT)) {
            if (agent.status() != AgentStatus.OFFLINE) {
                heard(agent.id());
            }
        }
    }

    private void heard(AgentId id) {
        try {
            governance.agents().heartbeat(id);
        } catch (RuntimeException e) {
            log.debug("nobody heard {}", id, e);
        }
    }
}
