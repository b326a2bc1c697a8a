package io.chatmgmt.examples.replay;

import io.chatmgmt.governance.ChatGovernance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Plays a timeline. One thread plays it cue by cue, and time acts in between, so that the same input gives the same
 * decisions. Several threads play a minute at a time, each the cues of its own conversations; time acts between the
 * minutes.
 */
final class Playback {

    private static final Duration SLICE = Duration.ofMinutes(1);

    private final ChatGovernance governance;
    private final VirtualTime time;
    private final Clockwork clockwork;
    private final Consumer<Cue> played;

    /**
     * A playback.
     *
     * @param played hears each cue after it has been played, at its own time
     */
    Playback(ChatGovernance governance, VirtualTime time, Clockwork clockwork, Consumer<Cue> played) {
        this.governance = governance;
        this.time = time;
        this.clockwork = clockwork;
        this.played = played;
    }

    void play(Timeline timeline, int threads) {
        if (threads == 1) {
            for (Cue cue : timeline.cues()) {
                clockwork.advanceTo(governance, cue.at());
                play(cue);
            }
        } else {
            playSlices(timeline.cues(), threads);
        }
        clockwork.finish(governance);
    }

    private void play(Cue cue) {
        time.set(cue.at(), cue.conversation().recording().id(), cue.turn());
        cue.play();
        played.accept(cue);
    }

    private void playSlices(List<Cue> cues, int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            int next = 0;
            while (next < cues.size()) {
                Instant from = cues.get(next).at();
                clockwork.advanceTo(governance, from);
                List<List<Cue>> shares = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    shares.add(new ArrayList<>());
                }
                while (next < cues.size() && cues.get(next).at().isBefore(from.plus(SLICE))) {
                    Cue cue = cues.get(next++);
                    int share =
                            Math.floorMod(cue.conversation().recording().id().hashCode(), threads);
                    shares.get(share).add(cue);
                }
                playTogether(workers, shares);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void playTogether(ExecutorService workers, List<List<Cue>> shares) {
        List<Future<?>> running = new ArrayList<>();
        for (List<Cue> share : shares) {
            running.add(workers.submit(() -> share.forEach(this::play)));
        }
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn could not be played", e.getCause());
        }
    }
}
