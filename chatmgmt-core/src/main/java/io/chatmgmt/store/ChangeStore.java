package io.chatmgmt.store;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has changed lately, for those who follow along: a live feed. Implementations are thread-safe. Contract suite:
 * {@code ChangeContract} in the test-jar.
 *
 * <p>A commit is found here from the moment on at which it is over, and that may be a little after the time that its
 * journal row bears. Whoever follows therefore begins anew some seconds before the latest place that they have seen, and
 * passes over the versions that they have.
 */
public interface ChangeStore {

    /**
     * The conversations that have changed since a time, each with the place of its latest journal row: one that changed
     * often is found once.
     *
     * @param tenant whose
     * @param from the earliest time of the latest row, included
     * @param after the place after which to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return the places in their order
     */
    List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit);

    /**
     * The current rows of some conversations.
     *
     * @param conversations which
     * @return in no particular order; those that do not exist are left out
     */
    List<Conversation> rows(List<ConversationId> conversations);
}
