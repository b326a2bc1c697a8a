package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One commit of a conversation: what happened, when, by whom and under which policy. Immutable. The row of version
 * {@code n} is the {@code n}-th of its conversation.
 *
 * @param conversation which conversation
 * @param version the version that it made
 * @param at when; never before the row before it
 * @param actor who caused it
 * @param commandKey the key of the command that caused it, unique within the conversation; null for commands without one
 * @param policyVersion the content hash of the policy that decided
 * @param events what happened, in order, at least one
 */
public record JournalRow(
        ConversationId conversation,
        long version,
        Instant at,
        Actor actor,
        @Nullable String commandKey,
        String policyVersion,
        List<ConversationEvent> events) {

    /** Checks and copies. */
    public JournalRow {
        Objects.requireNonNull(conversation, "conversation");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(policyVersion, "policyVersion");
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("events must not be empty");
        }
    }

    /**
     * What was decided, in order.
     *
     * @return the decisions among the events
     */
    public List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>(2);
        for (ConversationEvent event : events) {
            event.decision().ifPresent(decisions::add);
        }
        return decisions;
    }

    /**
     * Whether it tells of reviews: of the override ledger, of leases on held answers, or of training.
     *
     * @return true when any of its events does
     */
    public boolean isReview() {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ReviewEvent) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first event of a kind.
     *
     * @param type the kind
     * @param <T> the kind
     * @return empty when there is none
     */
    public <T extends ConversationEvent> Optional<T> find(Class<T> type) {
        for (ConversationEvent event : events) {
            if (type.isInstance(event)) {
                return Optional.of(type.cast(event));
            }
        }
        return Optional.empty();
    }
}
