package io.chatmgmt.conversation;

import java.util.EnumSet;
import java.util.Set;

/**
 * The flags of a conversation: those that are up, and those that a person took down and that therefore stay down for the
 * rest of the episode. Immutable.
 */
public final class Flags {

    /** No flag up, none taken down. */
    public static final Flags NONE = new Flags(0, 0);

    private static final Flag[] ALL = Flag.values();

    private final int up;
    private final int takenDown;

    private Flags(int up, int takenDown) {
        this.up = up;
        this.takenDown = takenDown;
    }

    /**
     * Whether a flag is up.
     *
     * @param flag the flag
     * @return true while it is up
     */
    public boolean has(Flag flag) {
        return (up & bit(flag)) != 0;
    }

    /**
     * Whether a person took the flag down in this episode.
     *
     * @param flag the flag
     * @return true when it may not be raised automatically any more
     */
    public boolean isTakenDown(Flag flag) {
        return (takenDown & bit(flag)) != 0;
    }

    /**
     * Whether any flag of the given weight is up.
     *
     * @param weight the weight
     * @return true for at least one
     */
    public boolean hasAny(Flag.Weight weight) {
        if (up == 0) {
            return false;
        }
        for (Flag flag : ALL) {
            if (flag.weight() == weight && has(flag)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The flags that are up.
     *
     * @return a new set, in the order of the enum
     */
    public Set<Flag> asSet() {
        return setOf(up);
    }

    /**
     * The flags that a person took down in this episode.
     *
     * @return a new set, in the order of the enum
     */
    public Set<Flag> takenDown() {
        return setOf(takenDown);
    }

    /**
     * The flags with the given sets: what a codec reads back.
     *
     * @param up the flags that are up
     * @param takenDown the flags that stay down
     * @return the flags
     */
    public static Flags of(Set<Flag> up, Set<Flag> takenDown) {
        return new Flags(bits(up), bits(takenDown));
    }

    Flags raised(Flag flag) {
        return has(flag) ? this : new Flags(up | bit(flag), takenDown & ~bit(flag));
    }

    Flags cleared(Flag flag) {
        return has(flag) ? new Flags(up & ~bit(flag), takenDown) : this;
    }

    Flags takenDown(Flag flag) {
        return new Flags(up & ~bit(flag), takenDown | bit(flag));
    }

    private static int bit(Flag flag) {
        return 1 << flag.ordinal();
    }

    private static int bits(Set<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= bit(flag);
        }
        return bits;
    }

    private static Set<Flag> setOf(int bits) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : ALL) {
            if ((bits & bit(flag)) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flags flags && up == flags.up && takenDown == flags.takenDown;
    }

    @Override
    public int hashCode() {
        return 31 * up + takenDown;
    }

    @Override
    public String toString() {
        return takenDown == 0 ? asSet().toString() : asSet() + " without " + takenDown();
    }
}
