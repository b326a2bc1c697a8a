package io.chatmgmt.store;

import io.chatmgmt.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be forgotten. What a customer and others wrote goes with a commit that
 * {@linkplain Commit#isErasure() erases}; what is over for long enough goes as a whole. Implementations are thread-safe.
 * Contract suite: {@code PrivacyContract} in the test-jar.
 */
public interface PrivacyStore {

    /**
     * The conversations that are a customer's now, open or not.
     *
     * @param tenant whose
     * @param customerId the host's id of the customer
     * @param after the id after which to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return in order of id
     */
    List<ConversationId> ofCustomer(String tenant, String customerId, @Nullable ConversationId after, int limit);

    /**
     * Removes conversations that were resolved before a moment, with their journals and texts, those that were resolved
     * first before others. One for which something is still scheduled stays for now, and so does one whose journal is not
     * counted to the end: no figure changes. Each goes as a whole or not at all, and one that is reopened meanwhile stays.
     *
     * @param tenant whose
     * @param before the moment
     * @param limit how many at most, 1 or more
     * @return which have been removed; fewer than {@code limit} when there are no more
     */
    List<ConversationId> removeResolved(String tenant, Instant before, int limit);
}
