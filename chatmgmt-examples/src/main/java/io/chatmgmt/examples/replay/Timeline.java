package io.chatmgmt.examples.replay;

import io.chatmgmt.examples.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that the recordings make happen, in order of time, then of line, then of turn. Immutable. */
final class Timeline {

    private static final int MOST_MOMENTS = 32;

    private final List<Cue> cues;

    private Timeline(List<Cue> cues) {
        this.cues = cues;
    }

    static Timeline of(List<HostedConversation> conversations) {
        List<Cue> cues = new ArrayList<>();
        for (HostedConversation conversation : conversations) {
            Recording recording = conversation.recording();
            cues.add(Cue.opening(conversation));
            for (int i = 0; i < recording.turns().size(); i++) {
                cues.add(Cue.turn(conversation, i));
            }
            cues.add(Cue.end(conversation));
            if (recording.rating() > 0) {
                cues.add(Cue.rating(conversation));
            }
        }
        cues.sort((one, other) -> one.at().compareTo(other.at()));
        return new Timeline(cues);
    }

    /** The same at another time. */
    Timeline shiftedBy(Duration shift) {
        List<Cue> shifted = new ArrayList<>(cues.size());
        cues.forEach(cue -> shifted.add(cue.at(cue.at().plus(shift))));
        return new Timeline(shifted);
    }

    List<Cue> cues() {
        return cues;
    }

    /** Moments at which a lot goes on at the same time, the earliest first. */
    Set<Instant> busyMoments() {
        int[] open = openAtEachCue();
        int most = 0;
        for (int each : open) {
            most = Math.max(most, each);
        }
        List<Instant> busy = new ArrayList<>();
        Instant latest = null;
        for (int i = 0; i < open.length; i++) {
            Cue cue = cues.get(i);
            if (3 * open[i] >= 2 * most && cue.isTurn() && !cue.at().equals(latest)) {
                latest = cue.at();
                busy.add(latest);
            }
        }
        Set<Instant> some = new HashSet<>();
        for (int i = 0; i < busy.size(); i += busy.size() / MOST_MOMENTS + 1) {
            some.add(busy.get(i));
        }
        return some;
    }

    private int[] openAtEachCue() {
        int[] open = new int[cues.size()];
        int now = 0;
        for (int i = 0; i < open.length; i++) {
            now += cues.get(i).change();
            open[i] = now;
        }
        return open;
    }
}
