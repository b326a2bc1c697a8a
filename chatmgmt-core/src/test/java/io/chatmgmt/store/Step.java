package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.SlotChange;
import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody does to a store in a random story: which, with whom, how much; how far the version that they
 * saw is from the current one; and under which command key, 0 for none. Immutable.
 */
public record Step(Move move, int conversation, int agent, int amount, int lag, int key) {

    /** The conversations of the story: two tenants, ids that differ in case only. */
    static final List<ConversationId> CONVERSATIONS = List.of(
            new ConversationId("one", "a"),
            new ConversationId("one", "b"),
            new ConversationId("one", "B"),
            new ConversationId("two", "a"),
            new ConversationId("two", "é"));

    /** The agents of each tenant in the story. */
    static final List<String> AGENTS = List.of("anna", "ben", "cem");

    /** The queues of the story. */
    static final List<String> QUEUES = List.of("billing", "returns");

    /** What can be done. */
    public enum Move {
        /** A message of the customer. */
        CUSTOMER_WRITES,
        /** An answer of the AI. */
        AI_ANSWERS,
        /** A ticket with a deadline. */
        TICKET,
        /** A text that the host has not acknowledged. */
        LEFT_PENDING,
        /** A place in a queue. */
        QUEUED,
        /** Another place in the queue. */
        REPRIORITISED,
        /** An offer, with the agent's slot. */
        OFFERED,
        /** The end of the offer. */
        RESCINDED,
        /** An agent who takes the offer. */
        ACCEPTED,
        /** An agent who joins, whatever the limit says. */
        JOINED,
        /** From one agent to another. */
        TRANSFERRED,
        /** Back to the AI. */
        HANDED_BACK,
        /** The end of the matter. */
        RESOLVED,
        /** A new matter. */
        REOPENED,
        /** A rating. */
        RATED,
        /** A question how it was. */
        ASKED,
        /** Nothing but slots. */
        RELEASED,
        /** An agent's profile and presence. */
        AGENT_SAVED,
        /** The due time's lower bound. */
        RESCHEDULED
    }

    ConversationId conversationId() {
        return CONVERSATIONS.get(conversation);
    }

    AgentId agentId() {
        return new AgentId(conversationId().tenant(), AGENTS.get(agent));
    }

    Customer customer() {
        return Customer.of(conversation % 2 == 0 ? "kim" : "lee");
    }

    Instant time() {
        return START.plusSeconds(amount);
    }

    /** Does it to a commit; a note stands for what is not possible at the moment. */
    CommitBuilder applyTo(CommitBuilder commit) {
        if (key > 0) {
            commit.key("key " + key);
        }
        Handoff handoff = commit.draft().handoff();
        boolean queued = handoff != null && handoff.state() == HandoffState.QUEUED;
        boolean offered = handoff != null && handoff.state() == HandoffState.OFFERED;
        AgentId assignee = commit.draft().assignee();
        String content = move + " " + amount;
        return switch (move) {
            case CUSTOMER_WRITES -> commit.customerWrites(content);
            case AI_ANSWERS -> commit.customerWrites(content).aiAnswers(content);
            case TICKET -> commit.ticket(time());
            case LEFT_PENDING -> commit.leftPending(time());
            case QUEUED -> commit.queued(QUEUES.get(amount % QUEUES.size()), time());
            case REPRIORITISED -> queued ? commit.reprioritised(time()) : commit.noted(content);
            case OFFERED -> queued ? commit.offered(agentId()) : commit.noted(content);
            case RESCINDED -> offered ? commit.rescinded() : commit.noted(content);
            case ACCEPTED -> offered ? commit.accepted() : commit.noted(content);
            case JOINED ->
                commit.slot(new SlotChange.Force(agentId(), CommitBuilder.WEIGHT))
                        .assigned(agentId());
            case TRANSFERRED ->
                assignee == null
                        ? commit.noted(content)
                        : commit.release(assignee).take(agentId()).assigned(agentId());
            case HANDED_BACK -> commit.handedBack();
            case RESOLVED -> commit.resolved();
            case REOPENED -> commit.reopened();
            case RATED -> commit.rated(1 + amount % 5);
            case ASKED -> commit.asked();
            case RELEASED -> commit.noted(content).release(agentId());
            case AGENT_SAVED, RESCHEDULED -> commit.noted(content);
        };
    }
}
