package io.chatmgmt.examples.recording;

import java.util.List;

/**
 * What an input holds. Immutable.
 *
 * @param good the conversations, in the order of their lines
 * @param badLines how many lines could not be used
 * @param complete whether it was read to its end
 */
public record Recordings(List<Recording> good, int badLines, boolean complete) {

    /** Copies the conversations. */
    public Recordings {
        good = List.copyOf(good);
    }

    /**
     * How much there is to play.
     *
     * @return the number of turns
     */
    public int turns() {
        int turns = 0;
        for (Recording recording : good) {
            turns += recording.turns().size();
        }
        return turns;
    }
}
