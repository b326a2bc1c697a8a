package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.FollowUp;
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
     * Something that was promised to the customer comes due, or is overdue.
     *
     * @param conversation which
     * @param followUp what, by whom and how far it is
     */
    record FollowUpDue(ConversationId conversation, FollowUp followUp) implements Notification {}

    /**
     * An AI answer waits for a reviewer.
     *
     * @param conversation which
     * @param answer the answer, with its deadline
     */
    record AnswerHeld(ConversationId conversation, HeldAnswer answer) implements Notification {}
}
