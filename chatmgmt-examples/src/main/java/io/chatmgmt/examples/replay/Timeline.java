package io.chatmgmt.examples.replay;

import io.chatmgmt.examples.recording.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        cues.sort(Comparator.comparing(Cue::at));
        return new Timeline(cues);
    }

    List<Cue> cues() {
        return cues;
    }

    /** Moments at which a lot goes on at the same time, the earliest first. */
    Set<Instant> busyMoments() {
        int[] open = openAtEachCue();
        int most = Arrays.stream(open).max().orElse(0);
        Set<Instant> busy = new TreeSet<>();
        for (int i = 0; i < open.length; i++) {
            if (3 * open[i] >= 2 * most && cues.get(i).isTurn()) {
                busy.add(cues.get(i).at());
            }
        }
        Set<Instant> some = new HashSet<>();
        int step = busy.size() / MOST_MOMENTS + 1;
        int index = 0;
        for (Instant moment : busy) {
            if (index++ % step == 0) {
                some.add(moment);
            }
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
