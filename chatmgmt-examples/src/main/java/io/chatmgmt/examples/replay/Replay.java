package io.chatmgmt.examples.replay;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.examples.recording.Recordings;
import io.chatmgmt.examples.report.DecisionLog;
import io.chatmgmt.examples.report.Explanations;
import io.chatmgmt.examples.report.Figures;
import io.chatmgmt.examples.report.LiveList;
import io.chatmgmt.examples.report.Report;
import io.chatmgmt.examples.report.Totals;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.memory.InMemoryStore;
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

    private static final int SPARE_ROOM = 1000;

    private final GovernancePolicy policy;
    private final Team team;
    private final Ear ear;
    private final Recordings recordings;
    private final Figures figures;
    private final Explanations explanations = new Explanations();
    private final LiveList liveList = new LiveList();

    /**
     * What a replay shows.
     *
     * @param report the figures
     * @param liveList the open conversations at a busy moment
     * @param explained a sentence for each reason that called a person
     */
    record Result(Report report, LiveList liveList, Map<String, String> explained) {}

    Replay(GovernancePolicy policy, Team team, Ear ear, Recordings recordings) {
        this.policy = policy;
        this.team = team;
        this.ear = ear;
        this.recordings = recordings;
        this.figures = new Figures(policy);
    }

    void play(int threads, @Nullable OutputStream decisions, Progress progress) {
        VirtualTime time = new VirtualTime();
        Agenda agenda = new Agenda();
        Clockwork clockwork = new Clockwork(time, agenda);
        List<GovernanceListener> listeners = new ArrayList<>(List.of(clockwork, figures, explanations));
        DecisionLog log = decisions == null ? null : new DecisionLog(decisions, policy, time, time::turnOf);
        if (log != null) {
            listeners.add(log);
        }
        Guarded guarded = new Guarded(listeners);
        Host host = new Host(
                ChatGovernance.builder()
                        .clock(time)
                        .policy(policy)
                        .ear(ear)
                        .store(InMemoryStore.bounded(recordings.good().size() + SPARE_ROOM))
                        .listener(guarded),
                team,
                agenda,
                log);
        List<HostedConversation> conversations = new ArrayList<>();
        recordings.good().forEach(recording -> conversations.add(new HostedConversation(recording, host)));
        Timeline timeline = Timeline.of(conversations);
        Set<Instant> busy = timeline.busyMoments();
        new Playback(host.governance(), time, clockwork, cue -> {
                    progress.step(timeline.cues().size());
                    if (cue.isTurn() && busy.contains(cue.at())) {
                        liveList.look(host.governance(), cue.at());
                    }
                })
                .play(timeline, threads);
        guarded.check();
        if (log != null) {
            log.close();
        }
    }

    Result result(long startNanos) {
        Report report = Totals.report(
                figures, recordings.turns(), recordings.badLines(), Duration.ofNanos(System.nanoTime() - startNanos));
        return new Result(report, liveList, explanations.sentences());
    }
}
