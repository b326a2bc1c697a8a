package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import java.util.List;

/** Something that people of the support team should know. Immutable. */
public sealed interface Notification {

    /**
     * Which conversation it is about.
     *
     * @return the id
     */
    ConversationId conversation();

    /**
     * A conversation waits in a queue.
     *
     * @param conversation which
     * @param queue where
     * @param reasons why
     */
    record HandoffQueued(ConversationId conversation, String queue, List<EscalationReason> reasons)
            implements Notification {

        /** Copies the reasons. */
        public HandoffQueued {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A conversation is shown to an agent.
     *
     * @param conversation which
     * @param offer the offer, with its agent and deadline
     */
    record OfferMade(ConversationId conversation, Offer offer) implements Notification {}

    /**
     * An AI answer waits for a reviewer.
     *
     * @param conversation which
     * @param answer the answer, with its deadline
     */
    record AnswerHeld(ConversationId conversation, HeldAnswer answer) implements Notification {}
}
