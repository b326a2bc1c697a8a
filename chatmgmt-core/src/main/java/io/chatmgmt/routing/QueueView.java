package io.chatmgmt.routing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a queue from the outside: a snapshot, at most a few seconds old. Immutable.
 *
 * @param shift whether it is open by its calendar
 * @param depth how many conversations wait in it
 * @param staff how many agents work here at all, whatever they can do
 * @param skilled how many of them could take its work, were they there
 * @param online how many of those are there
 * @param free how many of those have room
 * @param range how long somebody who comes now waits, null while nobody can tell
 */
public record QueueView(
        Shift shift,
        int depth,
        int staff,
        int skilled,
        int online,
        int free,
        @Nullable WaitRange range) {

    /** Checks the parts. */
    public QueueView {
        Objects.requireNonNull(shift, "shift");
    }
}
