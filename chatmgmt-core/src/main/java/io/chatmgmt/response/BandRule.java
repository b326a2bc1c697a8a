package io.chatmgmt.response;

import io.chatmgmt.conversation.Flag;
import java.util.Objects;
import java.util.Set;

/**
 * What the gate does with an answer of one band. Immutable.
 *
 * @param action whether it goes out or waits for a reviewer
 * @param flags the flags that go up when it goes out, held or not
 */
public record BandRule(Action action, Set<Flag> flags) {

    /** What happens to an answer. */
    public enum Action {
        /** It goes out at once. */
        DELIVER,
        /** It waits for a reviewer when one is online; else it goes out. */
        HOLD
    }

    /** Copies the flags. */
    public BandRule {
        Objects.requireNonNull(action, "action");
        flags = Set.copyOf(flags);
    }

    /**
     * Lets answers go out.
     *
     * @param flags the flags that go up
     * @return the rule
     */
    public static BandRule deliver(Flag... flags) {
        return new BandRule(Action.DELIVER, Set.of(flags));
    }

    /**
     * Holds answers for a reviewer.
     *
     * @param flags the flags that go up
     * @return the rule
     */
    public static BandRule hold(Flag... flags) {
        return new BandRule(Action.HOLD, Set.of(flags));
    }
}
