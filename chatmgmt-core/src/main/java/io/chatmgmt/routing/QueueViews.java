package io.chatmgmt.routing;

import java.util.Optional;

/**
 * What is known of the queues when a decision is made. Asked only when a person is called, which is rare; what it
 * answered is recorded with the decision.
 */
@FunctionalInterface
public interface QueueViews {

    /** Nothing is known: everything is queued, and nobody is told how long it takes. */
    QueueViews UNKNOWN = (queue, arrival) -> Optional.empty();

    /**
     * What is known of a queue, for a conversation.
     *
     * @param queue its name
     * @param arrival the conversation
     * @return empty when nothing is known
     */
    Optional<QueueView> of(String queue, Arrival arrival);

    /**
     * Where the conversation stands that the decision is about, as one that waits already.
     *
     * @return empty when it does not wait, or nothing is known
     */
    default Optional<QueueView> place() {
        return Optional.empty();
    }
}
