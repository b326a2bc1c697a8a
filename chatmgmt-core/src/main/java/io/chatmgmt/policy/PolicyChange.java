package io.chatmgmt.policy;

import java.util.Objects;

/**
 * One setting in which two policies differ. Immutable.
 *
 * @param path the setting: a JSON pointer such as {@code /escalation/lowConfidence/threshold}; for an element of a set,
 *     the set's path and the element
 * @param kind whether it changed, or is an entry that only one of them has
 * @param from what it was; empty for an entry that is new
 * @param to what it is; empty for an entry that is gone
 */
public record PolicyChange(String path, Kind kind, String from, String to) {

    /** What happened to a setting. */
    public enum Kind {
        /** Its value is another. */
        CHANGED,
        /** An entry of a map or a set is new. */
        ADDED,
        /** An entry of a map or a set is gone. */
        REMOVED
    }

    /** Checks for nulls. */
    public PolicyChange {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** One line for people. */
    @Override
    public String toString() {
        return switch (kind) {
            case CHANGED -> path + ": " + from + " -> " + to;
            case ADDED -> path + ": added " + to;
            case REMOVED -> path + ": removed " + from;
        };
    }
}
