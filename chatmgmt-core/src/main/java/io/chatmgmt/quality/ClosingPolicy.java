package io.chatmgmt.quality;

import java.util.Objects;
import java.util.Set;

/**
 * What a person has to write down when they close a conversation. It binds people, not the host: what ends by itself has
 * nobody to ask. Immutable; ranges are checked when the whole policy is built.
 *
 * @param note whether people may close without writing anything down; optional by default
 * @param minTags how many tags a closing note needs at least; 0 by default
 * @param reasons the codes that a closing note may name as its reason; empty, the default, for any
 */
public record ClosingPolicy(Note note, int minTags, Set<String> reasons) {

    /** Whether a closing note has to be written. */
    public enum Note {
        /** People may also close without one. */
        OPTIONAL,
        /** People close with one or not at all. */
        REQUIRED
    }

    private static final ClosingPolicy DEFAULTS = new ClosingPolicy(Note.OPTIONAL, 0, Set.of());

    /** Checks for nulls and copies. */
    public ClosingPolicy {
        Objects.requireNonNull(note, "note");
        reasons = Set.copyOf(reasons);
    }

    /**
     * The defaults: nothing has to be written down.
     *
     * @return the default policy
     */
    public static ClosingPolicy ofDefaults() {
        return DEFAULTS;
    }

    /**
     * One that lets people close with a note only.
     *
     * @param minTags how many tags it needs at least, 0 to 20
     * @param reasons the codes that it may name as its reason; none for any
     * @return the policy
     */
    public static ClosingPolicy required(int minTags, String... reasons) {
        return new ClosingPolicy(Note.REQUIRED, minTags, Set.of(reasons));
    }
}
