package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.NobodyReason;
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

    /**
     * A conversation is shown to several agents; the first who accepts gets it.
     *
     * @param conversation which
     * @param call the call, with its agents and deadline
     */
    record CallMade(ConversationId conversation, Call call) implements Notification {}

    /**
     * A conversation is no longer shown to those who have not answered.
     *
     * @param conversation which
     * @param call the number of the call
     * @param agents who they are
     */
    record CallEnded(ConversationId conversation, int call, List<AgentId> agents) implements Notification {

        /** Copies the agents. */
        public CallEnded {
            agents = List.copyOf(agents);
        }
    }

    /**
     * An offer was taken back, without blame for the agent.
     *
     * @param conversation which
     * @param offer the number of the offer
     * @param agent who had it
     */
    record OfferRescinded(ConversationId conversation, int offer, AgentId agent) implements Notification {}

    /**
     * A person is needed, and nobody can take the conversation at the moment.
     *
     * @param conversation which
     * @param queue where it would have waited
     * @param reason why it does not
     * @param callBack whether the customer was promised that people come back to it
     */
    record NobodyAvailable(
            ConversationId conversation, String queue, NobodyReason reason, HandoffEvent.NotQueued.CallBack callBack)
            implements Notification {}

    /**
     * A conversation has stood in one place for too long, or has nowhere left to go.
     *
     * @param conversation which
     */
    record Stuck(ConversationId conversation) implements Notification {}
}
