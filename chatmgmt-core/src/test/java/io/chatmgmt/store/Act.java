package io.chatmgmt.store;

import io.chatmgmt.conversation.ConversationId;
import java.util.List;

/**
 * One thing that somebody does at the front door in a random story: which, in which conversation, by which agent, how,
 * and at which node. Immutable.
 */
public record Act(Kind kind, int conversation, int agent, int variant, int node) {

    /** The conversations of the story, of two tenants. */
    static final List<ConversationId> CONVERSATIONS =
            List.of(new ConversationId("one", "a"), new ConversationId("one", "b"), new ConversationId("two", "a"));

    /** The agents of each tenant: one chat at a time, two, and a supervisor with five. */
    static final List<String> AGENTS = List.of("sarah", "tom", "sue");

    /** How many variants each act has at most. */
    static final int VARIANTS = 12;

    /** What can be done. */
    public enum Kind {
        /** The customer writes. */
        CUSTOMER_WRITES(30),
        /** The host delivers the latest message again. */
        CUSTOMER_REPEATED(2),
        /** The customer's message arrives late. */
        CUSTOMER_LATE(2),
        /** The customer leaves. */
        CUSTOMER_LEAVES(2),
        /** The customer rates. */
        CUSTOMER_RATES(2),
        /** The customer is to be asked how it was, by the host or a person. */
        ASK_FOR_RATING(2),
        /** The AI answers the latest ticket. */
        AI_ANSWERS(30),
        /** The AI answers an older ticket. */
        AI_ANSWERS_OLDER(3),
        /** The AI answers the latest ticket again. */
        AI_REPEATED(2),
        /** The AI fails. */
        AI_FAILS(6),
        /** The AI wants to write. */
        AI_WANTS_TURN(3),
        /** An agent changes what they are. */
        AGENT_STATUS(8),
        /** An agent's host says that they are alive. */
        AGENT_HEARTBEAT(2),
        /** An agent accepts an offer. */
        ACCEPT(8),
        /** An agent declines an offer. */
        DECLINE(3),
        /** An agent steps in. */
        JOIN(4),
        /** An agent writes. */
        REPLY(5),
        /** An agent hands back. */
        HAND_BACK(5),
        /** An agent passes a conversation on. */
        TRANSFER(6),
        /** An agent fetches work. */
        PULL(3),
        /** An agent is done after a conversation. */
        WRAP_UP(2),
        /** An agent is let go, or taken back. */
        EMPLOYMENT(2),
        /** A reviewer decides. */
        REVIEW(14),
        /** A reviewer takes a held answer up. */
        CLAIM(3),
        /** A reviewer marks an answer for training, or decides about a mark. */
        TRAINING(3),
        /** A person promises something, moves a promise, keeps it or drops it. */
        FOLLOW_UP(3),
        /** A person closes the matter and writes down what it was. */
        CLOSE(1),
        /** An answer that was sent is corrected. */
        CORRECT(1),
        /** A person escalates. */
        ESCALATE(2),
        /** A person leaves a note. */
        NOTE(1),
        /** A person raises a flag or takes one down. */
        FLAG(3),
        /** A supervisor changes what the AI may do. */
        ADJUST(2),
        /** The matter is done, by the host or a person. */
        RESOLVE(5),
        /** The host opens. */
        OPEN(2),
        /** The host tells the topic or the language. */
        DESCRIBE(2),
        /** The host tells who the customer is. */
        IDENTIFY(2),
        /** The customer is erased. */
        ERASE(1),
        /** The host has delivered a text. */
        ACKNOWLEDGE(3),
        /** The host cannot deliver a text. */
        REFUSE(3),
        /** The clock moves, sometimes back. */
        CLOCK(14),
        /** Time acts. */
        SWEEP(12),
        /** Another policy takes effect. */
        POLICY(3);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    /** Short, because a failing story lists many. */
    @Override
    public String toString() {
        return kind + "(" + conversation + ", " + agent + ", " + variant + ", " + node + ")";
    }

    ConversationId conversationId() {
        return CONVERSATIONS.get(conversation);
    }
}
