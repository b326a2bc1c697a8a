package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.NobodyReason;
import java.time.Instant;
import java.util.Optional;

/** What came of something that a person did. Losing to somebody else is a result, not an exception. Immutable. */
public sealed interface PersonResult {

    /**
     * It took effect, or was so already.
     *
     * @param result what came of it
     */
    record Won(TurnResult result) implements PersonResult {}

    /**
     * It did not: what it concerned is gone.
     *
     * @param current the conversation as it is now
     * @param by who changed it last
     * @param at when
     */
    record Lost(Conversation current, Actor by, Instant at) implements PersonResult {}

    /**
     * It did not: the agent has no room, or may not get work at the moment.
     *
     * @param agent which agent
     */
    record NoRoom(AgentId agent) implements PersonResult {}

    /**
     * It did not: nobody there can take the conversation, and it stays where it is.
     *
     * @param reason why
     */
    record Nobody(NobodyReason reason) implements PersonResult {}

    /**
     * Whether it took effect.
     *
     * @return true for {@link Won}
     */
    default boolean isWon() {
        return this instanceof Won;
    }

    /**
     * What came of it.
     *
     * @return empty unless it took effect
     */
    default Optional<TurnResult> won() {
        return this instanceof Won won ? Optional.of(won.result()) : Optional.empty();
    }
}
