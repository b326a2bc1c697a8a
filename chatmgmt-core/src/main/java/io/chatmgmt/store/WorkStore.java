package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the work that waits: what is due, who is queued, what is open. Implementations are thread-safe.
 *
 * <p>A conversation's due time here is a <em>lower bound</em> of its {@link Conversation#dueAt()}: a commit only ever
 * moves it earlier, so that the index rests while deadlines move later with every message; {@link #reschedule} sets it
 * right once it has been looked at.
 */
public interface WorkStore {

    /**
     * The conversations of all tenants that may have something due.
     *
     * @param now the moment
     * @param limit how many at most, 1 or more
     * @return those whose lower bound is not after {@code now}, the earliest first
     */
    List<ConversationId> due(Instant now, int limit);

    /**
     * When something may become due next.
     *
     * @return the earliest lower bound of all conversations; empty when nothing is scheduled
     */
    Optional<Instant> nextDue();

    /**
     * Sets a conversation's lower bound right, unless the conversation has moved on meanwhile.
     *
     * @param id which
     * @param version the version that the new bound was read from
     * @param dueAt the new bound, null for nothing scheduled
     * @return false when the conversation has another version: the bound stays as it was
     */
    boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt);

    /**
     * The conversations that wait in a queue without a live offer, in the order in which they are to be served: by the
     * order key of their handoff, then by when they began, then by id.
     *
     * @param tenant whose
     * @param queue which queue
     * @param limit how many at most, 1 or more
     * @return their current rows
     */
    List<Conversation> queued(String tenant, String queue, int limit);

    /**
     * The queues in which at least one conversation waits without a live offer.
     *
     * @param tenant whose
     * @return their names
     */
    Set<String> queues(String tenant);

    /**
     * The tenants that have conversations waiting in any queue.
     *
     * @return their names
     */
    Set<String> tenantsWithQueues();

    /**
     * How many conversations wait in a queue without a live offer, in all or ahead of one of them. Counting stops at the
     * limit, so that a long queue costs no more than anybody wants to know.
     *
     * @param tenant whose
     * @param queue which queue
     * @param behind only those ahead of this place, in the order of {@link #queued}; null for all
     * @param limit where counting stops, 1 or more
     * @return 0 to {@code limit}
     */
    int waiting(String tenant, String queue, @Nullable PlaceInLine behind, int limit);

    /**
     * The open conversations that hold a slot of an agent: those that the agent has, and those that are offered to them.
     *
     * @param agent whose
     * @param limit how many at most, 1 or more
     * @return their current rows in order of id
     */
    List<Conversation> heldBy(AgentId agent, int limit);

    /**
     * The conversations that are not resolved.
     *
     * @param tenant whose
     * @param after the id after which to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return their current rows in order of id
     */
    List<Conversation> open(String tenant, @Nullable ConversationId after, int limit);

    /**
     * What a customer's episodes tell, in all conversations of the tenant: how many have begun, including the current
     * ones; the agent of the latest commit that gave one of them to an agent or resolved it with one; the latest rating.
     * The conversations that are the customer's now count, with all of their episodes. The latest is that of the latest
     * journal time; among conversations that changed at the same time, that of the greatest id.
     *
     * @param tenant whose
     * @param customerId the host's id of the customer
     * @return {@link CustomerHistory#NONE} for a customer without any
     */
    CustomerHistory customer(String tenant, String customerId);
}
