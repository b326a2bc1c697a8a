package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.GovernanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the sample day have happened on the days before: played on a virtual clock into a store that nobody uses yet, with
 * every decision made by the library, and some conversations left out each day so that no day is like another. What of
 * today is over by now has happened as well.
 */
public final class PastDays {

    private static final int SHARE = 10;
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private PastDays() {}

    /**
     * Plays them.
     *
     * @param store where they are kept; empty so far
     * @param policy the policy that decides
     * @param now the moment before which all of it has happened
     * @param days how many days before today, 0 or more
     */
    public static void play(GovernanceStore store, GovernancePolicy policy, Instant now, int days) {
        SampleWorld world = SampleWorld.read(policy);
        VirtualTime time = new VirtualTime();
        Agenda agenda = new Agenda();
        Clockwork clockwork = new Clockwork(time, agenda);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        time.set(today.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC));
        Host host = new Host(
                ChatGovernance.builder()
                        .store(store)
                        .clock(time)
                        .policy(policy)
                        .ear(Ear.ofDefaults())
                        .listener(clockwork),
                world.team(),
                agenda);
        Playback playback = new Playback(host.governance(), time, clockwork, cue -> {});
        for (int ago = days; ago >= 0; ago--) {
            playback.play(day(world, host, today.minusDays(ago), now), 1);
        }
        host.governance().reports().figures(ConversationId.DEFAULT_TENANT);
    }

    private static Timeline day(SampleWorld world, Host host, LocalDate date, Instant now) {
        Duration shift = Duration.ofDays(date.toEpochDay()
                - LocalDate.ofInstant(world.opens(), ZoneOffset.UTC).toEpochDay());
        Instant latest = now.minus(MARGIN).minus(shift);
        List<HostedConversation> conversations = new ArrayList<>();
        for (Recording recording : world.recordings()) {
            if (isPlayed(recording, date) && recording.endsAt().isBefore(latest)) {
                conversations.add(new HostedConversation(SampleWorld.named(recording, date.toString()), host));
            }
        }
        return Timeline.of(conversations).shiftedBy(shift);
    }

    /** Fewer on weekends, and never the same ones. */
    private static boolean isPlayed(Recording recording, LocalDate date) {
        int left = date.getDayOfWeek().getValue() > 5 ? 4 : 1;
        return Math.floorMod(31 * recording.id().value().hashCode() + 7 * (int) date.toEpochDay(), SHARE) >= left;
    }
}
