package io.chatmgmt.response;

import io.chatmgmt.conversation.Flag;
import java.util.Objects;
import java.util.Set;

/**
 * What the gate says about one answer. Immutable.
 *
 * @param action what is to happen with it
 * @param code why, when it is not simply delivered; empty otherwise
 * @param flags the flags that go up
 */
public record GateVerdict(Action action, String code, Set<Flag> flags) {

    /** What is to happen with an answer. */
    public enum Action {
        /** It goes out. */
        DELIVER,
        /** It waits for a reviewer. */
        HOLD,
        /** It is dropped, and a person is called: the AI may not speak here. */
        SILENCE
    }

    /** Copies the flags. */
    public GateVerdict {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(code, "code");
        flags = Set.copyOf(flags);
    }
}
