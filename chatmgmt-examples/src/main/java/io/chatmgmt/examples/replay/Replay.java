package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.examples.recording.Recordings;
import io.chatmgmt.examples.report.DecisionLog;
import io.chatmgmt.examples.report.Explanations;
import io.chatmgmt.examples.report.Figures;
import io.chatmgmt.examples.report.LiveList;
import io.chatmgmt.examples.report.Report;
import io.chatmgmt.examples.report.ReportMaker;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.GovernanceStore;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One replay: the front door on a virtual clock, the simulated team, and the figures. Plays once; not thread-safe. */
final class Replay {

    private final GovernancePolicy policy;
    private final VirtualTime time = new VirtualTime();
    private final Explanations explanations = new Explanations();
    private final LiveList liveList = new LiveList();
    private final Clockwork clockwork;
    private final Guarded guarded;
    private final Host host;

    /**
     * What a replay shows.
     *
     * @param report the figures
     * @param liveList the open conversations at a busy moment
     * @param explained a sentence for each reason that called a person
     */
    record Result(Report report, LiveList liveList, Map<String, String> explained) {}

    /** Opens the house: the front door is ready and the team is there before anything is played. */
    Replay(GovernancePolicy policy, Team team, Ear ear, GovernanceStore store) {
        this.policy = policy;
        Agenda agenda = new Agenda();
        this.clockwork = new Clockwork(time, agenda);
        this.guarded = new Guarded(List.of(clockwork, explanations));
        this.host = new Host(
                ChatGovernance.builder()
                        .clock(time)
                        .policy(policy)
                        .ear(ear)
                        .store(store)
                        .listener(guarded),
                team,
                agenda);
    }

    void play(Recordings recordings, int threads, @Nullable OutputStream decisions, Progress progress) {
        DecisionLog log = decisions == null ? null : new DecisionLog(decisions, policy, time, time::turnOf);
        if (log != null) {
            guarded.add(log);
            host.writeTo(log);
        }
        List<HostedConversation> conversations = new ArrayList<>();
        for (Recording recording : recordings.good()) {
            conversations.add(new HostedConversation(recording, host));
        }
        Timeline timeline = Timeline.of(conversations);
        Set<Instant> busy = timeline.busyMoments();
        new Playback(host.governance(), time, clockwork, cue -> {
                    progress.step(timeline.cues().size());
                    if (cue.isTurn() && busy.contains(cue.at())) {
                        liveList.look(host.governance(), cue.at());
                    }
                })
                .play(timeline, threads);
        // whoever asks for figures lets everything be counted and scored that has been committed
        host.governance().reports().figures(ConversationId.DEFAULT_TENANT);
        guarded.check();
        if (log != null) {
            log.close();
        }
    }

    Result result(Recordings recordings, long startNanos) {
        Figures figures = new Figures();
        for (Recording recording : recordings.good()) {
            host.governance()
                    .conversations()
                    .find(recording.id())
                    .ifPresent(conversation -> figures.count(host.governance(), conversation));
        }
        Report report = ReportMaker.report(
                figures,
                policy.mode() == GovernancePolicy.Mode.SHADOW,
                recordings.turns(),
                recordings.badLines(),
                Duration.ofNanos(System.nanoTime() - startNanos));
        return new Result(report, liveList, explanations.sentences());
    }
}
